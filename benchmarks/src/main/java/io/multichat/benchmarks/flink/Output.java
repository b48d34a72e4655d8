package io.multichat.benchmarks.flink;

import io.multichat.events.SessionId;

/**
 * A record to write. Public, and with fields that Flink has serializers for, because Flink requires that even of records that
 * never leave their task.
 *
 * @param snapshot true for a snapshot, false for a message of the transcript
 * @param conversation the conversation key
 * @param value the snapshot, or the event
 * @param idHigh upper half of the session's id
 * @param idLow lower half of the session's id
 * @param sentAt time of the message, UTC milliseconds
 * @param order order of the message among those of equal time
 */
public record Output(
        boolean snapshot, String conversation, byte[] value, long idHigh, long idLow, long sentAt, long order) {
    static Output transcript(String conversation, Arrival message, SessionId session, long order) {
        return new Output(false, conversation, message.value(), session.high(), session.low(), message.sentAt(), order);
    }

    static Output snapshot(String conversation, SessionId session, byte[] value) {
        return new Output(true, conversation, value, session.high(), session.low(), 0, 0);
    }

    SessionId session() {
        return new SessionId(idHigh, idLow);
    }
}
