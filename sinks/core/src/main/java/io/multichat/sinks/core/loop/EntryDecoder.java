package io.multichat.sinks.core.loop;

import io.multichat.events.AcceptedBytes;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Decodes Connect's records to entries with the same decoders as the topology. A record that is as the topology accepted it
 * ({@link AcceptedBytes}) is not validated again; every other record is. Thread-safe.
 */
public final class EntryDecoder {
    private final SinkTopics topics;
    private final boolean needsEvents;
    private final KnownConversations conversations = new KnownConversations();
    private final EventDecoder events = new EventDecoder();
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    /** Creates a decoder for a store that needs events. */
    public EntryDecoder(SinkTopics topics) {
        this(topics, true);
    }

    /** @param needsEvents false to leave events undecoded if they are as the topology accepted them */
    public EntryDecoder(SinkTopics topics, boolean needsEvents) {
        this.topics = topics;
        this.needsEvents = needsEvents;
    }

    /**
     * Decodes a record.
     *
     * @throws InvalidEventException if the record is not a valid entry; trying again does not help
     * @throws ConnectException if the worker's converters are not those that the sinks require
     */
    public SinkEntry decode(SinkRecord record) {
        Origin origin = origin(record);
        byte[] value = bytes("value.converter", record.value());
        if (origin.topic().equals(topics.sessions())) {
            return new SinkEntry.Snapshot(origin, value, snapshots.decode(value));
        }
        if (origin.topic().equals(topics.transcript())) {
            return SinkEntry.of(transcript(origin, value, record));
        }
        throw new InvalidEventException(
                RejectReason.INVALID_VALUE,
                "the topic " + origin.topic() + " is neither transcript.topic (" + topics.transcript()
                        + ") nor sessions.topic (" + topics.sessions() + ")");
    }

    private static Origin origin(SinkRecord record) {
        return new Origin(record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
    }

    private SinkEntry.Transcript transcript(Origin origin, byte[] value, SinkRecord record) {
        byte[] header = header(record);
        if (record.key() instanceof byte[] key && AcceptedBytes.match(header, key, value)) {
            Conversation conversation = conversations.get(key);
            Placement placement = Placement.ofBytes(header);
            boolean needed = needsEvents || placement.kind().isCommand();
            return new SinkEntry.Transcript(
                    origin,
                    value,
                    conversation,
                    placement,
                    needed ? Optional.of(events.decodeAccepted(value, conversation)) : Optional.empty());
        }
        ChatEvent event = events.decode(value);
        return new SinkEntry.Transcript(origin, value, event, Placement.ofBytes(header));
    }

    /** Other headers are ignored: transforms may have added some, of any type. */
    private static byte[] header(SinkRecord record) {
        Header header = record.headers().lastWithName(Placement.HEADER);
        return header == null ? null : bytes("header.converter", header.value());
    }

    private static byte[] bytes(String converter, Object value) {
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        throw new ConnectException(
                converter + " must be org.apache.kafka.connect.converters.ByteArrayConverter; it produced a "
                        + value.getClass().getName());
    }
}
