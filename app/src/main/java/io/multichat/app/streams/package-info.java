/** Runs the topology as a Kafka Streams application of this process. */
package io.multichat.app.streams;
