package io.multichat.jobs.imports.source;

import io.multichat.events.hash.Sha256;
import io.multichat.formats.ChatFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known about a file, folder or zip before it is read.
 *
 * @param paths the paths of its files, as readers see them; empty if it is a stream or cannot be read
 * @param bytes its size, compressed as it is; empty if it is a stream
 * @param fingerprint a hash of names, sizes and times of change; empty if it is a stream
 */
public record FileListing(List<String> paths, OptionalLong bytes, Optional<String> fingerprint) {
    private static final FileListing STREAM = new FileListing(List.of(), OptionalLong.empty(), Optional.empty());
    private static final FileListing UNREADABLE = new FileListing(List.of(), OptionalLong.of(0), Optional.of(""));

    /** Lists a file. What is wrong with it is reported when it is read. */
    public static FileListing of(ImportFile file) {
        Optional<Path> path = file.local();
        if (path.isEmpty()) {
            return STREAM;
        }
        try (OpenSource source = file.source(new ByteMeter())) {
            List<String> paths = source.files().stream().map(ChatFile::path).toList();
            return of(paths, FolderSource.files(path.get()));
        } catch (IOException | ImportException e) {
            return UNREADABLE;
        }
    }

    /** The size of all files; 0 if it is not known. */
    public static long bytes(List<FileListing> listings) {
        boolean known = listings.stream().allMatch(listing -> listing.bytes().isPresent());
        return known
                ? listings.stream()
                        .mapToLong(listing -> listing.bytes().getAsLong())
                        .sum()
                : 0;
    }

    private static FileListing of(List<String> paths, List<Path> files) throws IOException {
        MessageDigest digest = Sha256.start();
        long bytes = 0;
        for (Path file : files) {
            long size = Files.size(file);
            bytes += size;
            String line = file + "\n" + size + " " + Files.getLastModifiedTime(file) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return new FileListing(paths, OptionalLong.of(bytes), Optional.of(Sha256.finish(digest)));
    }
}
