package io.multichat.events.codec;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.KeyedConversation;
import io.multichat.events.RejectReason;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.json.JsonException;
import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.OptionalLong;

/** Decodes session snapshots as strictly as {@link EventDecoder} decodes events. Thread-safe. */
public final class SnapshotDecoder {
    /** The last gap: nearly all snapshots have the same, and parsing it costs as much as half of the other fields. */
    private volatile Gap last = new Gap(Duration.ZERO.toString(), Duration.ZERO);

    private record Gap(String text, Duration duration) {}

    /**
     * Decodes a snapshot; unknown fields are ignored.
     *
     * @param value the value of a Kafka record; null is rejected like any other invalid value
     * @throws InvalidEventException if the bytes are not a session snapshot
     */
    public SessionSnapshot decode(byte[] value) {
        try {
            return snapshot(SnapshotScanner.scan(value));
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, "not a session snapshot: " + e.getMessage(), e);
        }
    }

    private SessionSnapshot snapshot(SnapshotFields json) {
        return new SessionSnapshot(
                SessionId.parse(json.get(SnapshotField.SESSION_ID, String.class)),
                conversation(json.get(SnapshotField.CONVERSATION, SnapshotFields.class)),
                status(json),
                new SessionSnapshot.Span(
                        Rfc3339.parse(json.get(SnapshotField.STARTED_AT, String.class)),
                        Rfc3339.parse(json.get(SnapshotField.LAST_MESSAGE_AT, String.class))),
                counts(json),
                json.get(SnapshotField.FIRST_MESSAGE_ID, String.class),
                json.get(SnapshotField.LAST_MESSAGE_ID, String.class),
                gap(json.get(SnapshotField.GAP, String.class)),
                new SessionSnapshot.Version(generation(json), json.get(SnapshotField.VERSION, Long.class)));
    }

    private static Conversation conversation(SnapshotFields json) {
        return KeyedConversation.of(
                json.get(SnapshotField.PLATFORM, String.class),
                json.get(SnapshotField.CHANNEL, String.class),
                json.find(SnapshotField.THREAD, String.class));
    }

    private static SessionStatus status(SnapshotFields json) {
        SessionStatus status = new SessionStatus(
                json.oneOf(SnapshotField.STATE, SessionStatus.State.values(), SessionStatus.State::wireName)
                        .orElseThrow(() -> json.missing(SnapshotField.STATE)),
                json.find(SnapshotField.MERGED_INTO, String.class).map(SessionId::parse),
                json.find(SnapshotField.CLOSED_AT, String.class)
                        .map(time -> OptionalLong.of(Rfc3339.parse(time)))
                        .orElse(OptionalLong.empty()),
                json.oneOf(SnapshotField.CLOSED_BY, SessionStatus.ClosedBy.values(), SessionStatus.ClosedBy::wireName));
        if (status.state() == SessionStatus.State.MERGED && status.mergedInto().isEmpty()) {
            throw json.missing(SnapshotField.MERGED_INTO);
        }
        if (status.state() == SessionStatus.State.CLOSED
                && (status.closedAt().isEmpty() || status.closedBy().isEmpty())) {
            throw new InvalidEventException(RejectReason.MISSING_FIELD, "closedAt or closedBy is missing");
        }
        return status;
    }

    private static SessionSnapshot.Counts counts(SnapshotFields json) {
        SnapshotFields participants = json.get(SnapshotField.PARTICIPANTS, SnapshotFields.class);
        return new SessionSnapshot.Counts(
                json.get(SnapshotField.MESSAGES, Long.class),
                json.get(SnapshotField.EDITS, Long.class),
                json.get(SnapshotField.DELETES, Long.class),
                json.get(SnapshotField.TEXT_BYTES, Long.class),
                new SessionSnapshot.Participants(
                        participants.get(SnapshotField.COUNT, Long.class),
                        participants.get(SnapshotField.APPROXIMATE, Boolean.class)),
                json.find(SnapshotField.ROLES, SnapshotFields.class)
                        .map(SnapshotDecoder::roles)
                        .orElse(RoleCounts.NONE));
    }

    private static RoleCounts roles(SnapshotFields json) {
        return new RoleCounts(
                json.find(SnapshotField.USER, Long.class).orElse(0L),
                json.find(SnapshotField.ASSISTANT, Long.class).orElse(0L),
                json.find(SnapshotField.SYSTEM, Long.class).orElse(0L),
                json.find(SnapshotField.TOOL, Long.class).orElse(0L),
                json.find(SnapshotField.BOT, Long.class).orElse(0L));
    }

    private static int generation(SnapshotFields json) {
        long generation = json.get(SnapshotField.GENERATION, Long.class);
        if (generation != (int) generation) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, "generation does not fit 32 bits");
        }
        return (int) generation;
    }

    private Duration gap(String text) {
        Gap gap = last;
        if (!gap.text.equals(text)) {
            gap = new Gap(text, Duration.parse(text));
            last = gap;
        }
        return gap.duration;
    }
}
