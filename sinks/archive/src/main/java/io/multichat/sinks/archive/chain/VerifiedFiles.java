package io.multichat.sinks.archive.chain;

import io.multichat.events.hash.Sha256;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files whose content matched the SHA-256 in their manifest and that have not been written since. Keeps the
 * {@value #REMEMBERED} most recently used files in memory, so that a file that is read often is hashed once. Thread-safe.
 */
final class VerifiedFiles {
    private static final int REMEMBERED = 10_000;

    private final Map<Path, Seen> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Seen> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Seen(String sha256, long size, FileTime written, Object identity) {}

    /**
     * Checks the content of a file, unless it was checked before and has not been written since.
     *
     * @throws NoSuchFileException when the file does not exist
     * @throws ArchiveDamagedException when its content is not the one that was committed
     */
    void require(Path file, String sha256) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Seen seen = new Seen(sha256, now.size(), now.lastModifiedTime(), now.fileKey());
        if (seen.equals(known.get(file))) {
            return;
        }
        if (!hash(file).equals(sha256)) {
            throw new ArchiveDamagedException(file + " was changed: its SHA-256 differs from the one in its manifest");
        }
        known.put(file, seen);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.finish(digest);
    }
}
