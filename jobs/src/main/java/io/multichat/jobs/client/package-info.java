/** How commands reach what runs already: the Kafka cluster and the HTTP server of a Multichat. */
package io.multichat.jobs.client;
