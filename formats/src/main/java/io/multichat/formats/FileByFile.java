package io.multichat.formats;

import io.multichat.events.InvalidEventException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;

/** Reads each file of a source that is of a format. A damaged file does not keep the others from being read. */
public final class FileByFile implements ChatReader {
    /** More are counted. */
    private static final int MAX_NAMED = 5;

    private final ChatFormat format;
    private final ChatSource source;
    private final Action action;

    /** Reads one file. */
    @FunctionalInterface
    public interface Action {
        /**
         * Reads a file to its end.
         *
         * @param name the name of the file in places; empty when only one file is read
         * @throws IOException when the file is damaged from some place on; what was found before remains valid
         */
        void read(ChatFile file, Optional<String> name, EventSink sink) throws IOException;
    }

    public FileByFile(ChatFormat format, ChatSource source, Action action) {
        this.format = format;
        this.source = source;
        this.action = action;
    }

    @Override
    public void read(EventSink sink) {
        long others = 0;
        for (ChatFile file : source.files()) {
            try {
                if (!source.isCollection()) {
                    action.read(file, Optional.empty(), sink);
                } else if (format.recognizes(FileHead.of(file.path(), file.head()))) {
                    action.read(file, Optional.of(file.path()), sink);
                } else if (++others <= MAX_NAMED) {
                    sink.assumed("Not " + format.name() + ", so not read: " + file.path() + ".");
                }
            } catch (IOException | InvalidEventException | RefusedException | DateTimeException e) {
                String name = source.isCollection() ? file.path() : source.name();
                sink.refused(
                        new Refusal(EventPlace.whole(name), "the rest of the file cannot be read: " + e.getMessage()));
            }
        }
        if (others > MAX_NAMED) {
            sink.assumed("Not " + format.name() + ", so not read: " + (others - MAX_NAMED) + " more files.");
        }
    }

    @Override
    public void close() {}
}
