package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.Contents;
import io.multichat.benchmarks.sink.raw.RawArchive;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder of compressed lines.
 *
 * @param folder of the sink's archive, or of the raw writer's files
 */
record ArchiveStore(Path folder) implements Store {
    @Override
    public List<Entrant> entrants() {
        return List.of(new Entrant("sink task", this::task), new Entrant("raw zstd and write", this::raw));
    }

    private Contender task() {
        return new TaskContender(
                new ArchiveSinkConnector(), Map.of("name", "archive", "archive.dir", folder.toString()));
    }

    private Contender raw() {
        return new RawArchive(folder);
    }

    @Override
    public Contents contents() {
        try {
            return RawArchive.isIn(folder) ? RawArchive.contents(folder) : archived();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double serverCpuSeconds() {
        return 0;
    }

    @Override
    public void close() {
        clear();
    }

    /** Reads every line: one that is committed twice counts twice. */
    private Contents archived() throws IOException {
        ArchiveReader reader = new ArchiveReader(folder);
        AtomicLong messages = new AtomicLong();
        for (Segment segment : reader.segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE)) {
            reader.forEachLine(segment, line -> messages.incrementAndGet());
        }
        Set<Object> sessions =
                new HashSet<>(reader.newestSnapshots(0, Long.MAX_VALUE).keySet());
        return new Contents(messages.get(), sessions.size());
    }
}
