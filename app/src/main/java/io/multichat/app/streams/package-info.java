/** The topology as a Kafka Streams application inside this process: its properties, start and stop. */
package io.multichat.app.streams;
