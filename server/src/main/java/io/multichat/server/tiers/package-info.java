/**
 * Answers questions about sessions and messages from the tiers: the topology's state, then the stores in the order in which they
 * are given. Knows no HTTP and no particular store.
 */
package io.multichat.server.tiers;
