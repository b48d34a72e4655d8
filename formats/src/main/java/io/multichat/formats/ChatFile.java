package io.multichat.formats;

import java.io.IOException;
import java.io.InputStream;

/** One file of a {@link ChatSource}. */
public interface ChatFile {
    /**
     * The path of the file with {@code /} between its names. It begins with the name of the folder or zip that was given; a file
     * that was given alone has its whole path, a stream an empty one. Readers take dates and channels from it.
     */
    String path();

    /**
     * The content from its beginning, decompressed. Standard input and pipes can be opened only once, unless the format
     * {@link ChatFormat#readsTwice() reads twice}.
     *
     * @throws IOException when the file cannot be read
     */
    InputStream open() throws IOException;

    /**
     * The first bytes of the content, {@link FileHead#BYTES} at most. A stream can still be opened afterwards; it may return fewer
     * bytes when its first line is complete and the rest has not arrived.
     *
     * @throws IOException when the file cannot be read
     */
    default byte[] head() throws IOException {
        try (InputStream input = open()) {
            return input.readNBytes(FileHead.BYTES);
        }
    }

    /** The last name of the path. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }
}
