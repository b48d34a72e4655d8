package io.multichat.jobs.erase.scan;

import io.multichat.events.hash.Sha256;
import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SHA-256 of the files of stores at one moment, by path. */
public final class HashedFiles {
    private HashedFiles() {}

    /** The committed segments of an archive, as its manifests name them; none if there is no archive. */
    public static Map<String, String> ofArchive(Path root) {
        ArchiveReader reader = new ArchiveReader(root);
        try {
            Map<String, String> hashes = new TreeMap<>();
            for (ArchiveKind kind : ArchiveKind.values()) {
                for (Segment segment : reader.segments(kind, Long.MIN_VALUE, Long.MAX_VALUE)) {
                    hashes.put(segment.file().path(), segment.file().sha256());
                }
            }
            return hashes;
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    /** Files that are read from beginning to end; those that do not exist are left out. */
    public static Map<String, String> of(List<Path> files) {
        return files.stream()
                .filter(Files::isRegularFile)
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .collect(Collectors.toMap(Path::toString, HashedFiles::hash, (one, other) -> one, TreeMap::new));
    }

    private static String hash(Path file) {
        MessageDigest digest = Sha256.start();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return Sha256.finish(digest);
    }

    private static StoreException unreadable(Path file, IOException e) {
        return new StoreException(StoreException.Verdict.STOP, file + " cannot be read: " + e, e);
    }
}
