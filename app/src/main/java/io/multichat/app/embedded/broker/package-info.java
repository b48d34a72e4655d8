/** A Kafka broker in this process, for {@code dev} and for tests. */
package io.multichat.app.embedded.broker;
