package io.multichat.jobs.export;

import io.multichat.events.SessionSnapshot;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.source.SourceEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The archive, which no longer can be read. */
record UnreadableSource(Path archive) implements ExportSource {
    @Override
    public String name() {
        return "archive " + archive;
    }

    @Override
    public Map<String, Long> positions() {
        throw new AssertionError("read again");
    }

    @Override
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) {
        throw new AssertionError("read again");
    }

    @Override
    public void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) {
        throw new AssertionError("read again");
    }

    @Override
    public List<String> unreadable() {
        return List.of();
    }
}
