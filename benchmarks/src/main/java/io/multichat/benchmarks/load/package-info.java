/** Generated chat: what is said, in which conversations, and when; and the publisher that writes it to a topic. */
package io.multichat.benchmarks.load;
