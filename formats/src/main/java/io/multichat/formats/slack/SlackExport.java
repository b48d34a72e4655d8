package io.multichat.formats.slack;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.EventPlace;
import io.multichat.formats.EventSink;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.ReadOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lists of users and channels of an export, and then each file with messages. */
final class SlackExport implements ChatReader {
    /** {@code channel/2026-01-31.json}. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");

    private final ChatSource source;
    private final ReadOptions options;
    private final SlackNames names = new SlackNames();

    SlackExport(ChatSource source, ReadOptions options) {
        this.source = source;
        this.options = options;
    }

    @Override
    public void read(EventSink sink) {
        if (source.isCollection()) {
            source.files().stream()
                    .filter(SlackNames::isList)
                    .forEach(list -> attempt(list, sink, events -> names.read(list)));
        }
        long others = 0;
        for (ChatFile file : source.files()) {
            if (!source.isCollection() || hasMessages(file, sink)) {
                attempt(file, sink, events -> new SlackFile(file, names, events).read());
            } else if (!SlackNames.isList(file)) {
                others++;
            }
        }
        if (others > 0) {
            sink.assumed("Attachments and lists without messages are not read; number of such files: " + others + ".");
        }
    }

    @Override
    public void close() {}

    /** Something that is done with a file. */
    private interface Action {
        void run(FoundEvents events) throws IOException;
    }

    private void attempt(ChatFile file, EventSink sink, Action action) {
        FoundEvents events =
                new FoundEvents(sink, options, source.isCollection() ? Optional.of(file.path()) : Optional.empty());
        try {
            action.run(events);
        } catch (IOException e) {
            events.refused(EventPlace.whole(source.name()), "the rest of the file cannot be read: " + e.getMessage());
        }
    }

    /** An attachment may be a file of any kind, also JSON. */
    private boolean hasMessages(ChatFile file, EventSink sink) {
        if (DAY.matcher(file.name()).matches()) {
            return true;
        }
        if (!file.name().endsWith(".json") || SlackNames.isList(file)) {
            return false;
        }
        try {
            return SlackFile.isDump(FileHead.of(file.path(), file.head()));
        } catch (IOException e) {
            new FoundEvents(sink, options, Optional.of(file.path()))
                    .refused(EventPlace.whole(source.name()), "cannot be read: " + e.getMessage());
            return false;
        }
    }
}
