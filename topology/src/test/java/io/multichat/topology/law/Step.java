package io.multichat.topology.law;

/**
 * An event is published, and then something happens.
 *
 * @param draft the event
 * @param pauseMs how long nothing is published
 * @param commit whether the transaction ends then
 * @param restart whether another process takes over
 * @param again how many of the latest events are delivered once more
 * @param look whether it is waited until all is announced, and that is looked at
 */
record Step(Draft draft, long pauseMs, boolean commit, boolean restart, int again, boolean look) {
    /** The same happens after another event. */
    Step after(Draft other) {
        return new Step(other, pauseMs, commit, restart, again, look);
    }
}
