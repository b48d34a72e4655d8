package io.multichat.sinks.archive.testing;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.conformance.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The contents of an archive's committed segments, and problems with its files. */
record SegmentContents(Path root) {
    List<String> records() {
        List<String> records = new ArrayList<>();
        for (Segment segment : segments(ArchiveKind.TRANSCRIPT)) {
            forEach(segment, line -> {
                TranscriptLine event = TranscriptLine.decode(line);
                records.add(Lines.of(
                        new Origin(segment.topic(), event.partition(), event.offset()),
                        event.conversation().key(),
                        event.placement(),
                        event.event()));
            });
        }
        for (Segment segment : segments(ArchiveKind.SESSIONS)) {
            forEach(segment, line -> records.add(Lines.ofSnapshot(segment.topic(), segment.partition(), line)));
        }
        return records;
    }

    /** Files that no manifest names, unfinished files, and segments that are not in the order of their topic. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        TreeSet<String> named = new TreeSet<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            segments(kind).forEach(segment -> named.add(segment.file().path()));
        }
        for (String folder : List.of("transcript", "sessions", ".pending")) {
            files(root.resolve(folder)).stream()
                    .filter(file -> !named.contains(file))
                    .forEach(file -> faults.add(file + " is an orphan"));
        }
        for (Segment segment : segments(ArchiveKind.TRANSCRIPT)) {
            AtomicLong before = new AtomicLong(-1);
            forEach(segment, line -> {
                long offset = TranscriptLine.decode(line).offset();
                if (offset <= before.getAndSet(offset)) {
                    faults.add("offset " + offset + " is out of order in "
                            + segment.file().path());
                }
            });
        }
        return faults;
    }

    private interface LineUse {
        void use(byte[] line);
    }

    private List<Segment> segments(ArchiveKind kind) {
        try {
            return new ArchiveReader(root).segments(kind, 0, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forEach(Segment segment, LineUse use) {
        try {
            new ArchiveReader(root).forEachLine(segment, use::use);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
