package io.multichat.jobs.export.delivery;

import io.multichat.events.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that a folder holds exactly the files of its manifest. Memory grows with the number of files, not with their size. */
public final class VerifyRun {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Path folder;
    private final Set<String> listed = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long bytes;

    public VerifyRun(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads every file.
     *
     * @throws DeliveryException when the folder has no manifest
     */
    public VerifyReport run() throws IOException {
        ManifestFile.forEach(folder, this::check);
        listed.add(ManifestFile.NAME);
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !listed.contains(file))
                    .sorted()
                    .forEach(file -> problems.add(file + " does not belong to the delivery"));
        }
        return new VerifyReport(
                listed.size() - 1L, bytes, hash(folder.resolve(ManifestFile.NAME)), List.copyOf(problems));
    }

    private void check(DeliveredFile file) throws IOException {
        listed.add(file.path());
        bytes += file.bytes();
        Path path = folder.resolve(file.path()).normalize();
        if (!path.startsWith(folder.normalize())) {
            problems.add(file.path() + " is outside of the folder");
        } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(file.path() + " is missing");
        } else if (Files.size(path) != file.bytes()) {
            problems.add(file.path() + " has " + Files.size(path) + " bytes instead of " + file.bytes());
        } else if (!hash(path).equals(file.sha256())) {
            problems.add(file.path() + " was changed: its SHA-256 is not " + file.sha256());
        }
    }

    private static String hash(Path path) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream input = Files.newInputStream(path)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.finish(digest);
    }
}
