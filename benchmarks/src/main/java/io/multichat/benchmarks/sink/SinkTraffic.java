package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.load.Popularity;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The records for a sink, in batches like those of a worker: five messages for each snapshot of their session, from partition
 * 0 of both topics. Message ids are random, like those of unknown publishers. The same shape and seed always yield the same
 * bytes. Used by one thread.
 */
final class SinkTraffic implements Iterator<List<SinkRecord>> {
    private static final int MESSAGES_A_SNAPSHOT = 5;
    private static final long START_MS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final int MEMBERS = 200;

    private final Shape shape;
    private final SplittableRandom random;
    private final Popularity popularity;
    private final Prose texts;
    private final int textLength;
    private final EventEncoder events = new EventEncoder();
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private final Map<Integer, GrowingSession> sessions = new HashMap<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();
    private final Set<SessionId> announced = new HashSet<>();
    private GrowingSession last;

    SinkTraffic(Shape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
        this.popularity = new ZipfPopularity(shape.conversations());
        this.texts = new Prose(random);
        this.textLength = Math.max(1, shape.valueBytes() - events.encode(event(conversation(0), START_MS, "")).length);
    }

    @Override
    public boolean hasNext() {
        return generated() < shape.records();
    }

    @Override
    public List<SinkRecord> next() {
        List<SinkRecord> batch = new ArrayList<>(shape.batch());
        while (batch.size() < shape.batch() && hasNext()) {
            batch.add(generated() % (MESSAGES_A_SNAPSHOT + 1) == MESSAGES_A_SNAPSHOT ? snapshot() : message());
        }
        return batch;
    }

    /** The counts of a store that holds all records. */
    StoredCounts contents() {
        return new StoredCounts(nextOffsets.getOrDefault(Topics.TRANSCRIPT, 0L), announced.size());
    }

    private SinkRecord message() {
        int number = popularity.next(random);
        Conversation conversation = conversation(number);
        long sentAt = START_MS + generated() * shape.msPerRecord();
        ChatEvent event = event(conversation, sentAt, texts.next(random, textLength));
        last = sessions.computeIfAbsent(number, any -> new GrowingSession(event));
        last.add(event);
        byte[] value = events.encode(event);
        ConnectHeaders derived = new ConnectHeaders();
        derived.addBytes(
                Placement.HEADER,
                new Placement(Optional.of(last.id()), sentAt, last.messages(), EventType.MESSAGE_CREATED)
                        .toBytes(conversation.keyBytes(), value));
        return record(Topics.TRANSCRIPT, conversation.key(), value, derived);
    }

    private SinkRecord snapshot() {
        announced.add(last.id());
        return record(Topics.SESSIONS, last.id().toString(), snapshots.encode(last.snapshot()), new ConnectHeaders());
    }

    private SinkRecord record(String topic, String key, byte[] value, ConnectHeaders headers) {
        long offset = nextOffsets.merge(topic, 1L, Long::sum) - 1;
        return new SinkRecord(
                topic,
                0,
                null,
                key.getBytes(StandardCharsets.US_ASCII),
                null,
                value,
                offset,
                START_MS + offset,
                TimestampType.LOG_APPEND_TIME,
                headers);
    }

    private ChatEvent event(Conversation conversation, long sentAt, String text) {
        return ChatEvent.message(
                conversation,
                String.format(Locale.ROOT, "%016x", random.nextLong()),
                Sender.user("user-" + random.nextInt(MEMBERS)),
                Instant.ofEpochMilli(sentAt),
                text);
    }

    private static Conversation conversation(int number) {
        return Conversation.of("slack", "channel-" + (1_000_000 + number));
    }

    private long generated() {
        return nextOffsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
