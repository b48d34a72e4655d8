package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.load.ChatTexts;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;

/** An archive with one session for each conversation, written by the sink's own task. Used by one thread. */
public final class ArchivedSessions {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_BETWEEN_MESSAGES = 5;
    private static final int BATCH = 2_000;
    private static final int MEMBERS = 200;

    private final EventEncoder events = new EventEncoder();
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private final SplittableRandom random;
    private final ChatTexts texts;
    private final TaskContender task;
    private final List<SinkRecord> batch = new ArrayList<>();
    private long offset;

    private ArchivedSessions(Path folder, long seed) {
        random = new SplittableRandom(seed);
        texts = new ChatTexts(random);
        task = new TaskContender(
                new ArchiveSinkConnector(), Map.of("name", "archive", "archive.dir", folder.toString()));
    }

    /**
     * Writes a new archive.
     *
     * @param messages number of messages of all sessions together, a multiple of their number
     */
    public static void write(Path folder, int sessions, long messages, long seed) {
        ArchivedSessions archive = new ArchivedSessions(folder, seed);
        for (int i = 0; i < sessions; i++) {
            archive.session(Conversation.of("slack", "channel-" + i), messages / sessions);
        }
        archive.flush();
        archive.task.finish();
    }

    private void session(Conversation conversation, long messages) {
        Optional<GrowingSession> session = Optional.empty();
        for (long i = 0; i < messages; i++) {
            ChatEvent event = ChatEvent.message(
                    conversation,
                    "m" + i,
                    Sender.user("user" + random.nextInt(MEMBERS)),
                    START.plusSeconds(i * SECONDS_BETWEEN_MESSAGES),
                    texts.next(random));
            GrowingSession growing = session.orElseGet(() -> new GrowingSession(event));
            growing.add(event);
            session = Optional.of(growing);
            add(event, new Placement(Optional.of(growing.id()), event.at(), i, EventType.MESSAGE_CREATED));
        }
        session.ifPresent(whole ->
                add(Topics.SESSIONS, whole.id().toString(), snapshots.encode(whole.snapshot()), new ConnectHeaders()));
    }

    private void add(ChatEvent event, Placement placement) {
        byte[] value = events.encode(event);
        ConnectHeaders derived = new ConnectHeaders();
        derived.addBytes(
                Placement.HEADER, placement.toBytes(event.conversation().keyBytes(), value));
        add(Topics.TRANSCRIPT, event.conversation().key(), value, derived);
    }

    private void add(String topic, String key, byte[] value, ConnectHeaders headers) {
        byte[] keyBytes = key.getBytes(StandardCharsets.US_ASCII);
        batch.add(new SinkRecord(
                topic, 0, null, keyBytes, null, value, offset++, 0L, TimestampType.LOG_APPEND_TIME, headers));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        task.prepared(List.copyOf(batch)).run();
        batch.clear();
    }
}
