/** Access to an existing Multichat deployment: its Kafka cluster, its HTTP server and its archive. */
package io.multichat.jobs.client;
