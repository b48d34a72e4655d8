package io.multichat.app.system;

import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.sinks.archive.read.ArchiveReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archive as text: its events without their offsets, the newest snapshot of each session, and the names of its files
 * without their numbers. The number of commits, and with it that of files, manifests and older snapshots, differs from run to run.
 */
final class ArchiveListing {
    private static final SnapshotEncoder SNAPSHOTS = new SnapshotEncoder();
    private static final Pattern HIDDEN = Pattern.compile("\\.(replaced|pending|compacting|requests)(/.*)?");
    private static final Pattern CURRENT_DAY = Pattern.compile("date=20[2-9][0-9]-[0-9]{2}-[0-9]{2}");
    private static final Pattern SEGMENT = Pattern.compile("p([0-9]+)-[0-9]+-[0-9a-f]{32}\\.jsonl\\.zst");
    private static final Pattern MANIFEST = Pattern.compile("[0-9]{20}\\.json");

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
        addNames(lines, root);
        return String.join("\n", lines) + "\n";
    }

    private static void addNames(Set<String> lines, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> !HIDDEN.matcher(name).matches())
                    .map(name -> CURRENT_DAY.matcher(name).replaceAll("date=current"))
                    .map(name -> SEGMENT.matcher(name).replaceAll("p$1-segment"))
                    .map(name -> MANIFEST.matcher(name).replaceAll("manifest"))
                    .forEach(lines::add);
        }
    }
}
