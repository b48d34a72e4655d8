package io.multichat.formats.html;

import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.MessageView;

/** Where a message stands among those before it: whether a day begins with it, and whether its sender needs to be named. */
final class MessageRuns {
    private static final long SAME_RUN_MS = 5 * 60_000;

    private MessageView before;

    /**
     * The place of a message.
     *
     * @param newDay true if it is the first one of its day, in UTC
     * @param continued true if it follows soon on a message of the same sender
     */
    record Place(boolean newDay, boolean continued) {}

    /** The place of the next message. */
    Place next(MessageView message) {
        boolean newDay = before == null || !day(before.at()).equals(day(message.at()));
        boolean continued = !newDay
                && before.sender().equals(message.sender())
                && message.replyTo().isEmpty()
                && message.at() - before.at() < SAME_RUN_MS;
        before = message;
        return new Place(newDay, continued);
    }

    /** The day of a time, in UTC. */
    static String day(long at) {
        return Rfc3339.format(at).substring(0, 10);
    }
}
