package io.multichat.formats;

import java.io.IOException;

/** A format in which each file stands on its own. The files of a folder are read one after another. */
public interface FileFormat extends ChatFormat {
    /**
     * Reads one file.
     *
     * @throws IOException when the file is damaged from some place on; what was found before remains valid
     */
    void readFile(ChatFile file, FoundEvents events) throws IOException;

    @Override
    default ChatReader open(ChatSource source, ReadOptions options) {
        return new FileByFile(this, source, (file, name, sink) -> readFile(file, new FoundEvents(sink, options, name)));
    }
}
