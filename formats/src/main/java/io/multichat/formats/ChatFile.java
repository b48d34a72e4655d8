package io.multichat.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

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
     * The first bytes of the content, {@link FileHead#BYTES} at most, or fewer if the rest cannot be read. A stream can still be
     * opened afterwards; it may return fewer bytes when its first line is complete and the rest has not arrived.
     *
     * @throws IOException when not even the first byte can be read
     */
    default byte[] head() throws IOException {
        byte[] head = new byte[FileHead.BYTES];
        int length = 0;
        try (InputStream input = open()) {
            int count = 0;
            while (count >= 0 && length < head.length) {
                length += count;
                count = input.read(head, length, head.length - length);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(head, length);
    }

    /** The last name of the path. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }
}
