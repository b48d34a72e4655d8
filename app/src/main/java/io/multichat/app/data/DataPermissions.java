package io.multichat.app.data;

import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rights of other users on the files of Multichat in a data directory.
 *
 * @param root the data directory, which must exist
 */
record DataPermissions(Path root) {
    private static final Pattern OWN = Pattern.compile(
            "kafka|redis|state|archive|sessions\\.db.*|erasures|connect\\.offsets|run\\.json|import-[0-9a-f]+\\.json"
                    + "|rebuild|generation|before-generation-[0-9]+|lacked-records\\.txt|transcript-topic-id\\.txt|layout|\\.lock");

    /** Whether users outside the owner's group can open the directory and a file of Multichat in it. */
    boolean isOpenToOthers() throws IOException {
        if (!PrivateFiles.isOpenToOthers(root)) {
            return false;
        }
        for (Path entry : entries()) {
            if (isOwn(entry) && PrivateFiles.isOpenToOthers(entry)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes all rights on the files of Multichat from other users. The directory itself keeps its rights if it holds anything else,
     * since it then also serves another purpose.
     */
    void tighten() throws IOException {
        boolean shared = false;
        for (Path entry : entries()) {
            if (isOwn(entry)) {
                PrivateFiles.tighten(entry);
            } else {
                shared = true;
            }
        }
        if (!shared) {
            PrivateFiles.tighten(root);
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> listed = Files.list(root)) {
            return listed.toList();
        }
    }

    private static boolean isOwn(Path entry) {
        return OWN.matcher(entry.getFileName().toString()).matches();
    }
}
