package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.SinkRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class EntryDecoderTest {
    private static final Conversation CONVERSATION = Conversation.of("irc", "#multichat");
    private static final SinkRecords.At AT = new SinkRecords.At(3, 42);
    private static final ChatEvent EVENT = SinkRecords.message(CONVERSATION, "m1", 1_000, "hello");
    private static final Placement PLACEMENT = SinkRecords.placed(1_000, 7);

    private static final SessionSnapshot SNAPSHOT = new SessionSnapshot(
            SessionId.of(1_000, CONVERSATION.hash()),
            CONVERSATION,
            SessionStatus.OPEN,
            new SessionSnapshot.Span(1_000, 1_000),
            new SessionSnapshot.Counts(1, 0, 0, 5, new SessionSnapshot.Participants(1, false)),
            "m1",
            "m1",
            Duration.ofMinutes(30),
            new SessionSnapshot.Version(0, 1));

    private final EntryDecoder decoder = new EntryDecoder(SinkTopics.defaults());

    @Test
    void aRecordOfTheTranscriptIsAnEventWithItsPlacement() {
        SinkRecord record = SinkRecords.transcript(AT, EVENT, PLACEMENT);

        SinkEntry entry = decoder.decode(record);

        assertThat(entry)
                .isEqualTo(new SinkEntry.Transcript(
                        new Origin("chat-transcript", 3, 42), (byte[]) record.value(), EVENT, PLACEMENT));
    }

    @Test
    void aRecordOfTheSessionsIsASnapshot() {
        SinkRecord record = SinkRecords.snapshot(AT, SNAPSHOT);

        SinkEntry entry = decoder.decode(record);

        assertThat(entry)
                .isEqualTo(
                        new SinkEntry.Snapshot(new Origin("chat-sessions", 3, 42), (byte[]) record.value(), SNAPSHOT));
    }

    @Test
    void aTransformThatRenamesTopicsChangesNothing() {
        SinkRecord transcript = renamed(SinkRecords.transcript(AT, EVENT, PLACEMENT), "chat-sessions");
        SinkRecord snapshot = renamed(SinkRecords.snapshot(AT, SNAPSHOT), "chat-transcript");

        assertThat(decoder.decode(transcript))
                .isInstanceOf(SinkEntry.Transcript.class)
                .extracting(SinkEntry::origin)
                .isEqualTo(new Origin("chat-transcript", 3, 42));
        assertThat(decoder.decode(snapshot)).isInstanceOf(SinkEntry.Snapshot.class);
    }

    @Test
    void foreignHeadersMayHaveAnyType() {
        SinkRecord record = SinkRecords.transcript(AT, EVENT, PLACEMENT);
        record.headers().addString("inserted-by-a-transform", "é").addBytes("traceparent", null);

        assertThat(decoder.decode(record)).isInstanceOf(SinkEntry.Transcript.class);
    }

    @Test
    void aWrongConverterIsNamed() {
        SinkRecord strings = valued(SinkRecords.snapshot(AT, SNAPSHOT), Schema.STRING_SCHEMA, "{}");
        SinkRecord retyped = SinkRecords.transcript(AT, EVENT, PLACEMENT);
        retyped.headers().remove("mc").addLong("mc", 7);

        assertThatThrownBy(() -> decoder.decode(strings))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "value.converter must be org.apache.kafka.connect.converters.ByteArrayConverter; it produced a"
                                + " java.lang.String");
        assertThatThrownBy(() -> decoder.decode(retyped))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("header.converter must be ")
                .hasMessageEndingWith("java.lang.Long");
    }

    @Test
    void anInvalidRecordIsRefused() {
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        SinkRecord withoutHeaders = SinkRecords.raw("chat-transcript", AT, (byte[])
                SinkRecords.transcript(AT, EVENT, PLACEMENT).value());

        assertRefused(SinkRecords.raw("chat-transcript", AT, null), RejectReason.NULL_VALUE);
        assertRefused(SinkRecords.raw("chat-sessions", AT, null), RejectReason.NULL_VALUE);
        assertRefused(SinkRecords.raw("chat-transcript", AT, garbage), RejectReason.NOT_JSON);
        assertRefused(SinkRecords.raw("chat-sessions", AT, garbage), RejectReason.NOT_JSON);
        assertRefused(withoutHeaders, RejectReason.INVALID_VALUE);
    }

    @Test
    void aRecordOfAnyOtherTopicIsRefusedAndTheErrorNamesTheTopicSettings() {
        assertThatThrownBy(() -> decoder.decode(SinkRecords.raw("other", AT, new byte[0])))
                .isInstanceOf(InvalidEventException.class)
                .hasMessage("the topic other is neither transcript.topic (chat-transcript) nor sessions.topic"
                        + " (chat-sessions)");
    }

    private void assertRefused(SinkRecord record, RejectReason reason) {
        assertThatThrownBy(() -> decoder.decode(record))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** The record as a transform like RegexRouter would change it. */
    private static SinkRecord renamed(SinkRecord record, String topic) {
        return record.newRecord(
                topic,
                0,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                record.timestamp(),
                record.headers());
    }

    private static SinkRecord valued(SinkRecord record, Schema schema, Object value) {
        return record.newRecord(record.topic(), 3, record.keySchema(), record.key(), schema, value, record.timestamp());
    }
}
