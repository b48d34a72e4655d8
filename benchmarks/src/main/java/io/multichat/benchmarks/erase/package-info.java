/** How long it takes to erase a person among many messages. */
package io.multichat.benchmarks.erase;
