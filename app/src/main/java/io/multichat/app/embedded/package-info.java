/**
 * The parts bundled with {@code multichat dev}, one package each: a Kafka broker and a Connect worker in the process of
 * {@code dev}, and Redis as a child process.
 *
 * <p>The parts do not know each other; the package {@code run} starts them in order and closes them in reverse. A part that
 * cannot start throws an {@link io.multichat.app.embedded.EmbeddedStartException} whose message is fit for the terminal.
 */
package io.multichat.app.embedded;
