package io.multichat.formats;

import io.multichat.events.InvalidEventException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** Reads each file of a source that is of a format. A damaged file does not keep the others from being read. */
public final class FileByFile implements ChatReader {
    private final ChatFormat format;
    private final ChatSource source;
    private final Action action;
    private final OtherFiles others;

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

    /** @param action called for several files at the same time if the {@link #parts()} are used so */
    public FileByFile(ChatFormat format, ChatSource source, Action action) {
        this.format = format;
        this.source = source;
        this.action = action;
        this.others = new OtherFiles(format.name(), source.files().size());
    }

    @Override
    public void read(EventSink sink) {
        source.files().forEach(file -> read(file, sink));
    }

    @Override
    public List<ChatReader> parts() {
        return source.files().stream()
                .<ChatReader>map(file -> new OneFile(this, file))
                .toList();
    }

    @Override
    public void close() {}

    private void read(ChatFile file, EventSink sink) {
        try {
            if (!source.isCollection()) {
                action.read(file, Optional.empty(), sink);
            } else if (format.recognizes(FileHead.of(file.path(), file.head()))) {
                action.read(file, Optional.of(file.path()), sink);
            } else {
                others.skipped(file, sink);
            }
        } catch (IOException | InvalidEventException | RefusedException | DateTimeException e) {
            String name = source.isCollection() ? file.path() : source.name();
            sink.refused(new Refusal(EventPlace.whole(name), "the rest of the file cannot be read: " + e.getMessage()));
        }
        others.read(sink);
    }

    /** Reads one file of the source. */
    private record OneFile(FileByFile whole, ChatFile file) implements ChatReader {
        @Override
        public void read(EventSink sink) {
            whole.read(file, sink);
        }

        @Override
        public void close() {}
    }
}
