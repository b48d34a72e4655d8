package io.multichat.topology.state;

import java.util.Optional;

/**
 * The sessions of a conversation around an instant.
 *
 * @param startingUpTo the last session that starts at or before the instant
 * @param startingAfter the first session that starts after it
 */
public record Neighbors(Optional<Session> startingUpTo, Optional<Session> startingAfter) {}
