/** Generated chat (texts, conversations and times) and the publisher that writes it to a topic. */
package io.multichat.benchmarks.load;
