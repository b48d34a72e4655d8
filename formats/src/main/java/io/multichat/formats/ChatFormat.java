package io.multichat.formats;

import java.io.IOException;

/** A format that can be imported. Stateless. */
public interface ChatFormat {
    /** The name of the format on the command line. */
    String name();

    /** True when a file that begins like this is probably of this format. False for a file that only belongs to one. */
    boolean recognizes(FileHead head);

    /** True when a reader opens a file twice. A stream is then copied to a temporary file first. */
    default boolean readsTwice() {
        return false;
    }

    /**
     * Opens a source.
     *
     * @throws UnrecognizedFileException when the source is certainly not of this format; nothing was read then
     * @throws IOException when the beginning cannot be read
     */
    ChatReader open(ChatSource source, ReadOptions options) throws IOException;
}
