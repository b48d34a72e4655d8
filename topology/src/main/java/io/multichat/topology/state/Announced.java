package io.multichat.topology.state;

/**
 * What the world has been told of a session.
 *
 * @param version of the newest snapshot that was sent; 0 when none was
 * @param at when it was sent, UTC milliseconds of the wall clock
 * @param pending true when the session changed since, and a timer will announce it
 */
public record Announced(long version, long at, boolean pending) {
    /** Nothing yet. */
    public static final Announced NOTHING = new Announced(0, 0, false);
}
