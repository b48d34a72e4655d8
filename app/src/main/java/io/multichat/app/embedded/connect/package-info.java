/** A Kafka Connect worker in this process, without its HTTP server. */
package io.multichat.app.embedded.connect;
