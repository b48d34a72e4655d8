package io.multichat.sinks.core.conformance.history;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.sinks.core.testing.SinkRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Writes utterances to the log as the topology would: nothing follows a command that erased it. */
public final class Chronicle {
    /** The unit of time in histories. A few units make a day, so that sessions cross midnight. */
    public static final long UNIT_MS = 5 * 3_600_000L;

    public static final long NOON = 1_699_963_200_000L + 12 * 3_600_000L;

    private static final EventDecoder DECODER = new EventDecoder();
    private static final String FOREIGN_TOPIC = "not-ours";

    private final Log log;
    private final int partitions;
    /** The times of messages by conversation and id, because an edit may precede its creation. */
    private final Map<List<Integer>, Integer> sent = new HashMap<>();

    /** The times of reactions with an event id, by conversation and message. */
    private final Map<List<Integer>, Integer> reacted = new HashMap<>();

    private final Map<Conversation, List<ErasureMarker>> erased = new HashMap<>();

    private int sequence;

    public Chronicle(Log log, int partitions) {
        this.log = log;
        this.partitions = partitions;
    }

    public void write(List<Utterance> utterances) {
        for (Utterance next : utterances) {
            if (next.recordType() == Utterance.RecordType.CREATION) {
                sent.putIfAbsent(message(next), next.time());
            } else if (EventWriter.isNamed(next)) {
                reacted.putIfAbsent(message(next), next.time());
            }
        }
        utterances.forEach(this::write);
    }

    private void write(Utterance next) {
        Conversation conversation = Strangers.conversation(next);
        sequence++;
        switch (next.recordType()) {
            case GAP -> log.skip(source(topic(next), conversation), 1 + next.variant() % 3);
            case FOREIGN -> log.add(SinkRecords.raw(FOREIGN_TOPIC, at(FOREIGN_TOPIC, conversation), new byte[] {'{'}));
            case NO_JSON, NO_VALUE, HALF_A_SURROGATE_PAIR, NO_HEADERS -> log.add(poison(next, conversation));
            default -> {
                byte[] value = EventWriter.bytes(next, sentAt(next));
                ChatEvent event = DECODER.decode(value);
                Placement placement = placement(next, conversation);
                List<ErasureMarker> markers = erased.computeIfAbsent(conversation, key -> new ArrayList<>());
                if (markers.stream().noneMatch(marker -> marker.covers(event, placement.sentAt()))) {
                    ErasureMarker.of(event, placement).ifPresent(markers::add);
                    SinkRecords.At at = at(Topics.TRANSCRIPT, conversation);
                    // Topologies of the first version wrote no checksums.
                    log.add(
                            next.variant() % 3 == 0
                                    ? SinkRecords.transcript(at, conversation, value, placement)
                                    : SinkRecords.accepted(at, conversation, value, placement));
                }
            }
        }
    }

    private Placement placement(Utterance next, Conversation conversation) {
        EventType type = EventWriter.type(next.recordType());
        long sentAt = sentAt(next);
        long order = switch (next.variant() % 4) {
            case 0 -> sequence;
            case 1 -> 0;
            case 2 -> -sequence;
            default -> Long.MAX_VALUE - sequence;
        };
        Optional<SessionId> session =
                next.variant() % 2 == 0 ? Optional.of(SessionId.of(sentAt, conversation.hash())) : Optional.empty();
        OptionalLong boundary = type == EventType.SESSION_ENDED && next.variant() % 3 > 0
                ? OptionalLong.of(sentAt)
                : OptionalLong.empty();
        if (type == EventType.SESSION_DELETED) {
            boundary = OptionalLong.of(sentAt + next.variant() % 4 * UNIT_MS);
        }
        return new Placement(session, sentAt, order, type, boundary);
    }

    /** Edits and deletes are stored by the time of their message; an id that was accepted has one time. */
    private long sentAt(Utterance next) {
        return switch (next.recordType()) {
            case CREATION, EDIT, DELETE -> NOON + sent.getOrDefault(message(next), 3) * UNIT_MS;
            default -> NOON + (EventWriter.isNamed(next) ? reacted.get(message(next)) : next.time()) * UNIT_MS;
        };
    }

    private static List<Integer> message(Utterance next) {
        return List.of(
                next.conversation() % Strangers.CONVERSATIONS.size(), next.message() % Strangers.MESSAGE_IDS.size());
    }

    private static String topic(Utterance next) {
        return next.variant() % 2 == 0 ? Topics.TRANSCRIPT : Topics.SESSIONS;
    }

    private SinkRecord poison(Utterance next, Conversation conversation) {
        byte[] value = EventWriter.poison(next.recordType());
        if (next.recordType() != Utterance.RecordType.NO_HEADERS && topic(next).equals(Topics.TRANSCRIPT)) {
            // The checksum is that of another value.
            byte[] header = SinkRecords.placed(NOON, sequence).toBytes(conversation.keyBytes(), new byte[] {'{', '}'});
            return SinkRecords.transcript(at(Topics.TRANSCRIPT, conversation), conversation, value, header);
        }
        String topic = next.recordType() == Utterance.RecordType.NO_HEADERS ? Topics.TRANSCRIPT : topic(next);
        return SinkRecords.raw(topic, at(topic, conversation), value);
    }

    private SinkRecords.At at(String topic, Conversation conversation) {
        TopicPartition source = source(topic, conversation);
        return new SinkRecords.At(source.partition(), log.end(source));
    }

    private TopicPartition source(String topic, Conversation conversation) {
        TopicPartition source = new TopicPartition(topic, conversation.partition(partitions));
        log.create(source);
        return source;
    }
}
