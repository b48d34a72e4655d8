package io.multichat.sinks.archive.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * The path of a segment as manifests name it: relative to the archive's root, with {@code /}. For example
 * {@code transcript/date=2024-05-01/p0-1200-5f3c.jsonl.zst}.
 */
public final class SegmentPath {
    private SegmentPath() {}

    public static String of(ArchiveKind kind, LocalDate day, String fileName) {
        return kind.folder() + "/date=" + day + "/" + fileName;
    }

    /** The day that an instant, in UTC milliseconds, is archived under: its UTC day. */
    public static LocalDate day(long instant) {
        return LocalDate.ofEpochDay(TimeUnit.MILLISECONDS.toDays(instant));
    }

    /**
     * The path relative to the root.
     *
     * @throws ArchiveDamagedException when it leaves the visible folders, so that no writer can have written it
     */
    static Path parse(String segment) throws ArchiveDamagedException {
        try {
            Path path = Path.of(segment);
            if (!path.isAbsolute()
                    && path.normalize().equals(path)
                    && path.getNameCount() == 3
                    && ArchiveKind.ofFolder(path.getName(0).toString()).isPresent()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new ArchiveDamagedException("a manifest names a segment by an invalid path: " + e.getMessage(), e);
        }
        throw new ArchiveDamagedException("a manifest names " + segment + ", which is not the path of a segment");
    }
}
