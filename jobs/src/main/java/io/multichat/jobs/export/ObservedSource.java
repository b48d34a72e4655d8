package io.multichat.jobs.export;

import io.multichat.events.SessionSnapshot;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.source.SourceEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A source whose events are counted while they are read. Used by one thread. */
final class ObservedSource implements ExportSource {
    private final ExportSource source;
    private final ExportProgress progress;
    private long read;

    ObservedSource(ExportSource source, ExportProgress progress) {
        this.source = source;
        this.progress = progress;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Map<String, Long> positions() throws IOException {
        return source.positions();
    }

    @Override
    public void narrow(Predicate<SessionSnapshot> selected) {
        source.narrow(selected);
    }

    @Override
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) throws IOException {
        source.forEachSnapshot(consumer);
    }

    @Override
    public void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) throws IOException {
        source.forEachEvent(fromMs, untilMs, event -> {
            read++;
            progress.at(ExportProgress.Stage.READING, read, OptionalLong.empty());
            consumer.accept(event);
        });
    }

    @Override
    public List<String> unreadable() {
        return source.unreadable();
    }
}
