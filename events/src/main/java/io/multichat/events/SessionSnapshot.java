package io.multichat.events;

import java.time.Duration;

/**
 * One version of a session: the value of a record of {@code chat-sessions}.
 *
 * @param sessionId the id of the session, which never changes
 * @param conversation the conversation of the session
 * @param status the status of the session
 * @param span the interval from the first to the last message
 * @param counts the contents of the session in numbers
 * @param firstMessageId the id of the first message
 * @param lastMessageId the id of the last message
 * @param gap the gap of this conversation: a longer silence ends a session
 * @param version the version; the greater one is newer
 */
public record SessionSnapshot(
        SessionId sessionId,
        Conversation conversation,
        SessionStatus status,
        Span span,
        Counts counts,
        String firstMessageId,
        String lastMessageId,
        Duration gap,
        Version version) {

    /**
     * The interval of a session, both ends included.
     *
     * @param startedAt the time of the first message, in UTC milliseconds
     * @param lastMessageAt the time of the last message, in UTC milliseconds, not before {@code startedAt}
     */
    public record Span(long startedAt, long lastMessageAt) {}

    /**
     * The contents of a session in numbers.
     *
     * @param messages the number of accepted messages, including deleted ones
     * @param edits the number of accepted edits of these messages
     * @param deletes the number of accepted deletes of these messages
     * @param textBytes the length of all texts as created, in bytes of UTF-8
     * @param participants the number of senders
     * @param roles the number of messages by role of their sender
     */
    public record Counts(
            long messages, long edits, long deletes, long textBytes, Participants participants, RoleCounts roles) {
        /** Creates counts without roles. */
        public Counts(long messages, long edits, long deletes, long textBytes, Participants participants) {
            this(messages, edits, deletes, textBytes, participants, RoleCounts.NONE);
        }
    }

    /**
     * The number of distinct senders.
     *
     * @param count the number, or an estimate
     * @param approximate true if {@code count} is an estimate
     */
    public record Participants(long count, boolean approximate) {}

    /**
     * The version of a snapshot. The natural order is oldest first.
     *
     * @param generation the generation of the system, raised only when everything is rebuilt from the input
     * @param counter a counter that every change of the session raises
     */
    public record Version(int generation, long counter) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            int byGeneration = Integer.compare(generation, other.generation);
            return byGeneration != 0 ? byGeneration : Long.compare(counter, other.counter);
        }
    }
}
