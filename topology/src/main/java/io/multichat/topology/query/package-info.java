/**
 * Queries on the state of this instance, from any thread.
 */
package io.multichat.topology.query;
