package io.multichat.formats.write;

/**
 * What a file contains.
 *
 * @param sessions number of sessions that begin or continue in it
 * @param messages number of messages
 * @param events number of other events, reactions included
 */
public record FileCounts(long sessions, long messages, long events) {
    /** Nothing. */
    public static final FileCounts NONE = new FileCounts(0, 0, 0);

    /** With another session. */
    public FileCounts withSession() {
        return new FileCounts(sessions + 1, messages, events);
    }

    /** With another message and its reactions. */
    public FileCounts with(ExportedMessage message) {
        return new FileCounts(
                sessions, messages + 1, events + message.reactions().size());
    }

    /** With another event. */
    public FileCounts withEvent() {
        return new FileCounts(sessions, messages, events + 1);
    }

    /** The sum of two files. */
    public FileCounts plus(FileCounts other) {
        return new FileCounts(sessions + other.sessions, messages + other.messages, events + other.events);
    }
}
