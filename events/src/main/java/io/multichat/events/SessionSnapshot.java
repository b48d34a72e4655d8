package io.multichat.events;

import java.time.Duration;

/**
 * What is known of a session at one version of it: the value of a record of {@code chat-sessions}.
 *
 * @param sessionId stable for ever
 * @param conversation where the session took place
 * @param status open, closed, merged or deleted
 * @param span from the first to the last message
 * @param counts what the session contains
 * @param firstMessageId id of the first message in the order of the transcript
 * @param lastMessageId id of the last message in the order of the transcript
 * @param gap the silence that ends a session of this conversation
 * @param version which of two snapshots of one session is newer
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
     * @param startedAt time of the first message, UTC milliseconds
     * @param lastMessageAt time of the last message, UTC milliseconds, not before {@code startedAt}
     */
    public record Span(long startedAt, long lastMessageAt) {}

    /**
     * The contents of a session.
     *
     * @param messages accepted messages, deleted ones included
     * @param edits accepted edits of these messages
     * @param deletes accepted deletes of these messages
     * @param textBytes UTF-8 bytes of the texts of the messages as they were created
     * @param participants the senders of the messages
     * @param roles the messages by the role of their sender
     */
    public record Counts(
            long messages, long edits, long deletes, long textBytes, Participants participants, RoleCounts roles) {
        /** Counts of a source that does not tell the roles. */
        public Counts(long messages, long edits, long deletes, long textBytes, Participants participants) {
            this(messages, edits, deletes, textBytes, participants, RoleCounts.NONE);
        }
    }

    /**
     * How many different senders there are.
     *
     * @param count the number, or an estimate of it
     * @param approximate true when {@code count} is an estimate
     */
    public record Participants(long count, boolean approximate) {}

    /**
     * The age of a snapshot; the natural order is oldest first.
     *
     * @param generation raised only when everything is rebuilt from the input
     * @param counter raised by every change of the session
     */
    public record Version(int generation, long counter) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            int byGeneration = Integer.compare(generation, other.generation);
            return byGeneration != 0 ? byGeneration : Long.compare(counter, other.counter);
        }
    }
}
