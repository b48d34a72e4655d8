package io.multichat.sinks.archive.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders with the notes of the erasures of one chain. They need not exist.
 *
 * @param pending holds a file for each erasure that is not applied yet
 * @param applied holds a file for each erasure of a participant that is applied
 */
public record ErasureFolders(Path pending, Path applied) {
    /** The ending of an unfinished note. */
    public static final String PART = ".part";

    /** @param chain the folder with the manifests of the chain */
    public static ErasureFolders of(ArchiveLayout layout, Path chain) {
        Path folder = layout.root().resolve(".erasures").resolve(chain.getFileName());
        return new ErasureFolders(folder.resolve("pending"), folder.resolve("applied"));
    }

    /** The notes in one of the folders, without unfinished ones. */
    public static List<Path> notes(Path folder) throws IOException {
        return Folders.list(folder).stream()
                .filter(file -> !file.toString().endsWith(PART))
                .toList();
    }
}
