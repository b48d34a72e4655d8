package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.child.FileTree;
import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.RawArchive;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of compressed lines.
 *
 * @param folder the archive of the sink, or the files of the raw writer
 */
record BenchmarkedArchive(Path folder) implements BenchmarkedStore {
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
    public StoredCounts contents() {
        try {
            return RawArchive.isIn(folder) ? RawArchive.contents(folder) : archived();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() {
        FileTree.delete(folder);
    }

    @Override
    public double serverCpuSeconds() {
        return 0;
    }

    @Override
    public void close() {
        clear();
    }

    /** Reads every line; a line that was committed twice counts twice. */
    private StoredCounts archived() throws IOException {
        ArchiveReader reader = new ArchiveReader(folder);
        AtomicLong messages = new AtomicLong();
        for (Segment segment : reader.segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE)) {
            reader.forEachLine(segment, line -> messages.incrementAndGet());
        }
        Set<Object> sessions =
                new HashSet<>(reader.newestSnapshots(0, Long.MAX_VALUE).keySet());
        return new StoredCounts(messages.get(), sessions.size());
    }
}
