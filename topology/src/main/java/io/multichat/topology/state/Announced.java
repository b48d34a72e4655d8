package io.multichat.topology.state;

/**
 * The announcement state of a session.
 *
 * @param version version of the newest published snapshot; 0 before the first
 * @param at when that snapshot was published, or when the first one was postponed, UTC milliseconds of the wall clock; 0 before
 * @param pending true when the session has changed since then, so a timer must announce it
 */
public record Announced(long version, long at, boolean pending) {
    /** Before the first snapshot. */
    public static final Announced NOTHING = new Announced(0, 0, false);
}
