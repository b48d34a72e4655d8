package io.multichat.reading.erase;

import io.multichat.events.SessionSnapshot;

/**
 * A session and what the store holds of it.
 *
 * @param session its newest snapshot; of a merged session, that of its survivor
 * @param counts everything within its interval
 */
public record SessionTrace(SessionSnapshot session, EntryCounts counts) {}
