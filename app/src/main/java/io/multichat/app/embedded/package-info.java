/**
 * Everything that {@code multichat dev} runs inside its own process, or as a child of it: the data directory and its
 * lock, a Kafka broker, Redis, a Connect worker, and the run file by which other commands find them.
 *
 * <p>The parts do not know each other; the {@code dev} command starts them in order and closes them in the opposite
 * order. Whatever keeps one from starting is an {@link io.multichat.app.embedded.EmbeddedStartException} whose message
 * is fit for the terminal.
 */
package io.multichat.app.embedded;
