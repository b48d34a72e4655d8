package io.multichat.app.system;

import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archive as text: its events without their offsets, the newest snapshot of each session, and the days and partitions of its
 * files. The number of commits, and with it that of files, manifests and older snapshots, differs from run to run; their names
 * are only listed when they are malformed.
 */
final class ArchiveListing {
    private static final SnapshotEncoder SNAPSHOTS = new SnapshotEncoder();
    private static final Pattern SEGMENT = Pattern.compile("-[0-9]+-[0-9a-f]{32,}\\.jsonl\\.zst$");

    /** Names that depend on the generated traffic or on the number of commits. */
    private static final Pattern OTHER = Pattern.compile(
            "(transcript|sessions)/date=20[2-9][0-9]-[0-9]{2}-[0-9]{2}/p[0-9]-[0-9]+-[0-9a-f]{32,}\\.jsonl\\.zst"
                    + "|\\.manifests/chat-(transcript|sessions)-[0-9]/[0-9]{20}\\.json");

    private ArchiveListing() {}

    /** @param end a time in UTC milliseconds; events and sessions from then on are left out */
    static String of(Path root, long end) throws IOException {
        Set<String> lines = new TreeSet<>();
        ArchiveReader reader = new ArchiveReader(root);
        reader.forEachEvent(
                0,
                end,
                line -> lines.add(String.join(
                        " ",
                        "p" + line.partition(),
                        line.conversation().key(),
                        line.placement().toString(),
                        new String(line.event(), StandardCharsets.UTF_8))));
        reader.newestSnapshots(0, end)
                .values()
                .forEach(snapshot -> lines.add(new String(SNAPSHOTS.encode(snapshot), StandardCharsets.UTF_8)));
        for (String folder : List.of("transcript", "sessions", ".manifests")) {
            addNames(lines, root, root.resolve(folder));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addNames(Set<String> lines, Path root, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !OTHER.matcher(name).matches())
                    .map(name -> SEGMENT.matcher(name).replaceFirst(""))
                    .forEach(lines::add);
        }
    }
}
