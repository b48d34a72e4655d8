package io.multichat.formats;

import java.util.List;
import java.util.Optional;

/**
 * What the user wants to import: one file or stream, or the files of a folder or of a zip. It holds only names; files are opened
 * one at a time.
 */
public interface ChatSource {
    /** What the user called it, for messages. */
    String name();

    /** True for a folder or a zip, even if it holds only one file. */
    boolean isCollection();

    /** The files, sorted by path, without hidden ones. */
    List<ChatFile> files();

    /** The file of a collection with this path. */
    default Optional<ChatFile> file(String path) {
        return files().stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
