package io.multichat.jobs.erase.scan;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that a search reads. */
final class SearchedFiles {
    private SearchedFiles() {}

    /** The regular files in some folders, without those that are excluded. */
    static Set<Path> in(Collection<Path> roots, Collection<Path> excluded) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                walk(root.toAbsolutePath().normalize(), excluded, files);
            }
        }
        return files;
    }

    private static void walk(Path root, Collection<Path> excluded, Set<Path> files) {
        Set<Path> skipped = new LinkedHashSet<>();
        excluded.forEach(path -> skipped.add(path.toAbsolutePath().normalize()));
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return skipped.contains(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !skipped.contains(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new StoreException(StoreException.Verdict.STOP, root + " cannot be searched: " + e, e);
        }
    }
}
