package io.multichat.formats;

import java.io.IOException;
import java.util.Optional;

/** Reads each file of a source that is of the format. A damaged file does not keep the others from being read. */
final class FileByFile implements ChatReader {
    private final FileFormat format;
    private final ChatSource source;
    private final ReadOptions options;

    FileByFile(FileFormat format, ChatSource source, ReadOptions options) {
        this.format = format;
        this.source = source;
        this.options = options;
    }

    @Override
    public void read(EventSink sink) {
        for (ChatFile file : source.files()) {
            Optional<String> name = source.isCollection() ? Optional.of(file.path()) : Optional.empty();
            FoundEvents events = new FoundEvents(sink, options, name);
            try {
                if (!source.isCollection() || format.recognizes(FileHead.of(file.path(), file.head()))) {
                    format.readFile(file, events);
                } else {
                    events.assumed("Not " + format.name() + ", so not read: " + file.path() + ".");
                }
            } catch (IOException e) {
                events.refused(
                        EventPlace.whole(source.name()), "the rest of the file cannot be read: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {}
}
