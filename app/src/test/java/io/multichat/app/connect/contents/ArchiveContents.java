package io.multichat.app.connect.contents;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contents of an archive according to its manifests, whose chains and hashes the reader verifies. Fails if the archive has
 * files that no manifest names.
 */
final class ArchiveContents {
    private ArchiveContents() {}

    static Rows of(Path root) throws IOException {
        Rows rows = new Rows();
        ArchiveReader reader = new ArchiveReader(root);
        reader.forEachEvent(
                0,
                Long.MAX_VALUE,
                line -> rows.add(
                        "event " + line.partition() + "-" + line.offset(),
                        line.conversation().key(),
                        line.placement(),
                        line.event()));
        Set<String> committed = new HashSet<>();
        for (Segment segment : reader.segments(ArchiveKind.TRANSCRIPT, 0, Long.MAX_VALUE)) {
            committed.add(segment.file().path());
        }
        for (Segment segment : reader.segments(ArchiveKind.SESSIONS, 0, Long.MAX_VALUE)) {
            committed.add(segment.file().path());
            reader.forEachLine(segment, line -> rows.add("snapshot " + segment.partition() + " " + Rows.hash(line)));
        }
        for (String folder : List.of("transcript", "sessions", ".pending")) {
            addOrphans(root, folder, committed, rows);
        }
        return rows;
    }

    private static void addOrphans(Path root, String folder, Set<String> committed, Rows rows) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return;
        }
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !committed.contains(file))
                    .forEach(file -> rows.add("file of nobody " + file));
        }
    }
}
