package io.multichat.sinks.core.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;

/** Creates records as a Connect worker with byte-array converters delivers them. */
public final class SinkRecords {
    private static final EventEncoder EVENTS = new EventEncoder();
    private static final SnapshotEncoder SNAPSHOTS = new SnapshotEncoder();

    private SinkRecords() {}

    /** A record of {@code chat-transcript}. */
    public static SinkRecord transcript(At at, ChatEvent event, Placement placement) {
        return transcript(at, event.conversation(), EVENTS.encode(event), placement);
    }

    /** A record of {@code chat-transcript} with a given value, which its header does not vouch for. */
    public static SinkRecord transcript(At at, Conversation conversation, byte[] value, Placement placement) {
        return transcript(at, conversation, value, placement.toBytes());
    }

    /** A record of {@code chat-transcript} as the topology writes it: its header vouches for the value. */
    public static SinkRecord accepted(At at, Conversation conversation, byte[] value, Placement placement) {
        return transcript(at, conversation, value, placement.toBytes(conversation.keyBytes(), value));
    }

    /** A record of {@code chat-transcript} with a given value and header. */
    public static SinkRecord transcript(At at, Conversation conversation, byte[] value, byte[] header) {
        ConnectHeaders connect = new ConnectHeaders();
        connect.addBytes(Placement.HEADER, header);
        return record(Topics.TRANSCRIPT, at, new Entry(conversation.keyBytes(), value), connect);
    }

    /** A record of {@code chat-sessions}. */
    public static SinkRecord snapshot(At at, SessionSnapshot snapshot) {
        return record(
                Topics.SESSIONS,
                at,
                new Entry(
                        snapshot.sessionId().toString().getBytes(StandardCharsets.US_ASCII),
                        SNAPSHOTS.encode(snapshot)),
                new ConnectHeaders());
    }

    /** A record of any topic with any value. */
    public static SinkRecord raw(String topic, At at, byte[] value) {
        return record(topic, at, new Entry(null, value), new ConnectHeaders());
    }

    /** A text message from {@code ada}. */
    public static ChatEvent message(Conversation conversation, String messageId, long sentAt, String text) {
        return ChatEvent.message(conversation, messageId, Sender.user("ada"), Instant.ofEpochMilli(sentAt), text);
    }

    /** The placement of a message outside any session. */
    public static Placement placed(long sentAt, long order) {
        return new Placement(Optional.empty(), sentAt, order, EventType.MESSAGE_CREATED);
    }

    private static SinkRecord record(String topic, At at, Entry entry, ConnectHeaders headers) {
        return new SinkRecord(
                topic,
                at.partition(),
                Schema.OPTIONAL_BYTES_SCHEMA,
                entry.key(),
                Schema.OPTIONAL_BYTES_SCHEMA,
                entry.value(),
                at.offset(),
                0L,
                TimestampType.LOG_APPEND_TIME,
                headers);
    }

    /**
     * The coordinates of a record.
     *
     * @param partition the partition
     * @param offset the offset
     */
    public record At(int partition, long offset) {}

    private record Entry(byte[] key, byte[] value) {}
}
