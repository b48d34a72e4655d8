package io.multichat.topology.law;

/**
 * An event is published, and then something happens.
 *
 * @param draft the event
 * @param pauseMs how long nothing is published
 * @param restart whether another process takes over
 * @param again how many of the latest events are delivered once more
 * @param look whether it is waited until all is announced, and that is looked at
 */
record Step(Draft draft, long pauseMs, boolean restart, int again, boolean look) {
    Step inFirstConversation() {
        Draft first = new Draft(
                0,
                draft.type(),
                draft.message(),
                draft.when(),
                draft.source(),
                draft.sender(),
                draft.order(),
                draft.eventId());
        return new Step(first, pauseMs, restart, again, look);
    }
}
