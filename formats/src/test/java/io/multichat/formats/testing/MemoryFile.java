package io.multichat.formats.testing;

import io.multichat.formats.ChatFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file in memory.
 *
 * @param path its path
 * @param content its bytes
 */
public record MemoryFile(String path, byte[] content) implements ChatFile {
    /** A file with this text in UTF-8. */
    public static MemoryFile of(String path, String text) {
        return new MemoryFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
