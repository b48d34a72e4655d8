package io.multichat.formats.jsonl;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventReader;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileEvent;
import io.multichat.formats.FileHead;
import io.multichat.formats.Refusal;
import java.io.IOException;
import java.util.Optional;

/** The events of the files of a folder or zip. A damaged file does not keep the others from being read. */
final class EventFiles implements ChatReader {
    private final JsonLinesFormat format;
    private final ChatSource source;
    private final int maxEventBytes;

    EventFiles(JsonLinesFormat format, ChatSource source, int maxEventBytes) {
        this.format = format;
        this.source = source;
        this.maxEventBytes = maxEventBytes;
    }

    @Override
    public void read(EventSink sink) {
        for (ChatFile file : source.files()) {
            try {
                if (format.recognizes(FileHead.of(file.path(), file.head()))) {
                    read(file, sink);
                } else {
                    sink.assumed("Not jsonl, so not read: " + file.path() + ".");
                }
            } catch (IOException e) {
                sink.refused(new Refusal(
                        EventPlace.whole(file.path()), "the rest of the file cannot be read: " + e.getMessage()));
            }
        }
    }

    @Override
    public void close() {}

    private void read(ChatFile file, EventSink sink) throws IOException {
        try (EventReader events = RecognizedEvents.open(file.open(), maxEventBytes)) {
            for (Optional<FileEvent> event = events.next(); event.isPresent(); event = events.next()) {
                sink.event(new FileEvent(
                        event.get().place().in(file.path()), event.get().value()));
            }
        }
    }
}
