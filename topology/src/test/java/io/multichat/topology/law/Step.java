package io.multichat.topology.law;

/**
 * A published event and what follows it, in this order.
 *
 * @param draft the event
 * @param pauseMs pause after the event, in milliseconds
 * @param commit true to commit
 * @param abort true to abort the transaction, so that another process takes over and processes its events again
 * @param again number of latest events to redeliver
 * @param look true to wait for all announcements and compare the sessions with the model
 */
record Step(Draft draft, long pauseMs, boolean commit, boolean abort, int again, boolean look) {
    /** The same step with another event. */
    Step after(Draft other) {
        return new Step(other, pauseMs, commit, abort, again, look);
    }
}
