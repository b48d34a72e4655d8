package io.multichat.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.KeyedConversation;
import io.multichat.events.RejectReason;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.json.JsonException;
import io.multichat.events.json.StrictJson;
import io.multichat.events.text.Rfc3339;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.OptionalLong;

/** Decodes session snapshots as strictly as {@link EventDecoder} decodes events. Thread-safe. */
public final class SnapshotDecoder {
    /**
     * Decodes a snapshot; unknown fields are ignored.
     *
     * @param value the value of a Kafka record; null is rejected like any other invalid value
     * @throws InvalidEventException if the bytes are not a session snapshot
     */
    public SessionSnapshot decode(byte[] value) {
        try {
            return snapshot(new SnapshotFields("", StrictJson.read(value, SnapshotDecoder::tree)));
        } catch (JsonException e) {
            throw InvalidEventException.of(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, "not a session snapshot: " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        return new TreeParser("the snapshot", parser).readValueAsTree();
    }

    private static SessionSnapshot snapshot(SnapshotFields json) {
        return new SessionSnapshot(
                SessionId.parse(json.text("sessionId")),
                conversation(json.object("conversation")),
                status(json),
                new SessionSnapshot.Span(
                        Rfc3339.parse(json.text("startedAt")), Rfc3339.parse(json.text("lastMessageAt"))),
                counts(json),
                json.text("firstMessageId"),
                json.text("lastMessageId"),
                Duration.parse(json.text("gap")),
                new SessionSnapshot.Version(generation(json), json.number("version")));
    }

    private static Conversation conversation(SnapshotFields json) {
        return KeyedConversation.of(json.text("platform"), json.text("channel"), json.optionalText("thread"));
    }

    private static SessionStatus status(SnapshotFields json) {
        SessionStatus status = new SessionStatus(
                json.oneOf("state", SessionStatus.State.values(), SessionStatus.State::wireName)
                        .orElseThrow(() -> SnapshotFields.missing("state")),
                json.optionalText("mergedInto").map(SessionId::parse),
                json.optionalText("closedAt")
                        .map(time -> OptionalLong.of(Rfc3339.parse(time)))
                        .orElse(OptionalLong.empty()),
                json.oneOf("closedBy", SessionStatus.ClosedBy.values(), SessionStatus.ClosedBy::wireName));
        if (status.state() == SessionStatus.State.MERGED && status.mergedInto().isEmpty()) {
            throw SnapshotFields.missing("mergedInto");
        }
        if (status.state() == SessionStatus.State.CLOSED
                && (status.closedAt().isEmpty() || status.closedBy().isEmpty())) {
            throw SnapshotFields.missing("closedAt or closedBy");
        }
        return status;
    }

    private static SessionSnapshot.Counts counts(SnapshotFields json) {
        SnapshotFields participants = json.object("participants");
        return new SessionSnapshot.Counts(
                json.number("messages"),
                json.number("edits"),
                json.number("deletes"),
                json.number("textBytes"),
                new SessionSnapshot.Participants(participants.number("count"), participants.flag("approximate")),
                json.optionalObject("roles").map(SnapshotDecoder::roles).orElse(RoleCounts.NONE));
    }

    private static RoleCounts roles(SnapshotFields json) {
        return new RoleCounts(
                json.numberOrZero("user"),
                json.numberOrZero("assistant"),
                json.numberOrZero("system"),
                json.numberOrZero("tool"),
                json.numberOrZero("bot"));
    }

    private static int generation(SnapshotFields json) {
        long generation = json.number("generation");
        if (generation != (int) generation) {
            throw new InvalidEventException(RejectReason.INVALID_VALUE, "generation does not fit 32 bits");
        }
        return (int) generation;
    }
}
