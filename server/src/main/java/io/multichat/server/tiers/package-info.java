/**
 * Answers questions about sessions and messages from the tiers: the topology's state, then the stores in the order in which
 * they are given. Knows nothing about HTTP or any particular store.
 */
package io.multichat.server.tiers;
