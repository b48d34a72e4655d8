package io.multichat.sinks.sqlite;

import io.multichat.events.SessionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * Some sessions.
 *
 * @param sessions newest first
 * @param next where the next page begins; empty when nothing follows
 */
public record SessionPage(List<SessionSnapshot> sessions, Optional<SessionCursor> next) {}
