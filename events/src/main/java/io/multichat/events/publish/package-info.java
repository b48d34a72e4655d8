/** A thin Kafka producer for applications that publish events: {@link io.multichat.events.publish.ChatPublisher}. */
package io.multichat.events.publish;
