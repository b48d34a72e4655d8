/** Runs everything in one process, or topology and server against a Kafka that is there already. */
package io.multichat.app.run;
