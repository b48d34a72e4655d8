package io.multichat.benchmarks.sink.raw;

import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The speed of zstd and writing: the lines of the sink in one compressed file for each topic, which ends as often as
 * the sink commits.
 */
public final class RawArchive implements Contender {
    public static final String METHOD = """
            Raw zstd and write: the same lines, already encoded, through a stream at the same level into one file for each topic, \
            with as many commits and fsyncs.""";

    private static final String MESSAGES = "messages";
    private static final String SNAPSHOTS = "snapshots";

    private final RawSegments messages;
    private final RawSegments snapshots;

    public RawArchive(Path folder) {
        messages = new RawSegments(folder.resolve(MESSAGES));
        snapshots = new RawSegments(folder.resolve(SNAPSHOTS));
    }

    @Override
    public Runnable prepared(List<SinkRecord> batch) {
        Decoded decoded = Decoded.of(batch);
        List<byte[]> events = decoded.messages().stream().map(RawArchive::line).toList();
        List<byte[]> states = decoded.snapshots().stream()
                .map(snapshot -> text(snapshot.value()) + "\n")
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        return () -> {
            messages.append(events);
            snapshots.append(states);
        };
    }

    @Override
    public void finish() {
        messages.finish();
        snapshots.finish();
    }

    /** Whether a folder holds files of this writer. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(MESSAGES));
    }

    public static StoredCounts contents(Path folder) {
        AtomicLong events = new AtomicLong();
        RawSegments.forEachLine(folder.resolve(MESSAGES), line -> events.incrementAndGet());
        Set<Object> sessions = new HashSet<>();
        SnapshotDecoder decoder = new SnapshotDecoder();
        RawSegments.forEachLine(
                folder.resolve(SNAPSHOTS),
                line -> sessions.add(
                        decoder.decode(line.getBytes(StandardCharsets.UTF_8)).sessionId()));
        return new StoredCounts(events.get(), sessions.size());
    }

    /** A line as long as the sink's own. */
    private static byte[] line(SinkEntry.Transcript entry) {
        String line = String.format(
                Locale.ROOT,
                "{\"conversation\":\"%s\",\"kind\":\"%s\",\"sessionId\":\"%s\",\"sentAt\":%d,\"order\":%d,\"partition\":%d,\"offset\":%d,\"event\":%s}\n",
                entry.event().conversation().key(),
                entry.placement().kind().wireName(),
                entry.placement().session().orElseThrow(),
                entry.placement().sentAt(),
                entry.placement().order(),
                entry.origin().partition(),
                entry.origin().offset(),
                text(entry.value()));
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
