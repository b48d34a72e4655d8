/**
 * Incoming records: checks each one, turns invalid ones into dead letters, and routes valid events to the partition of their
 * conversation.
 */
package io.multichat.topology.ingest;
