/**
 * Runs {@code dev}, which is everything in one process, and {@code serve}, which is topology and HTTP server against an
 * existing Kafka cluster: starts the parts in order, watches them, and stops them in reverse.
 */
package io.multichat.app.run;
