/** Answers questions about sessions from the tiers: state, Redis, SQLite. */
package io.multichat.server.tiers;
