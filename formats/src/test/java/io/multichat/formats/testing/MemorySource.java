package io.multichat.formats.testing;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatSource;
import java.util.List;

/**
 * Files in memory.
 *
 * @param name what the user called it
 * @param isCollection true for a folder
 * @param files the files
 */
public record MemorySource(String name, boolean isCollection, List<ChatFile> files) implements ChatSource {
    /** A single file with this text. */
    public static MemorySource file(String path, String text) {
        return new MemorySource(path, false, List.of(MemoryFile.of(path, text)));
    }

    /** A folder with these files. */
    public static MemorySource folder(ChatFile... files) {
        return new MemorySource("folder", true, List.of(files));
    }
}
