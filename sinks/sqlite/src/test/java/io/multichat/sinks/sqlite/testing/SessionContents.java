package io.multichat.sinks.sqlite.testing;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** The message ids of a session, from the reader and from the view. */
public final class SessionContents implements AutoCloseable {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 100, PageRequest.Direction.FORWARD);
    private static final String VIEW =
            "SELECT message_id FROM session_messages WHERE session_id = '%s' ORDER BY sent_at, ordering, message_id";

    private final StoreFile file;
    private final RunningTask task;
    private final SqliteSessionReader reader;

    public SessionContents(StoreFile file, RunningTask task) {
        this.file = file;
        this.task = task;
        reader = new SqliteSessionReader(file.path());
    }

    /** A message named after its time. */
    public static SinkRecord message(long time) {
        return Chat.created(time, "m" + time, time, "text");
    }

    /** Writes a snapshot and returns it. */
    public SessionSnapshot stored(SessionSnapshot session) {
        task.put(Snapshots.record(0, session));
        return session;
    }

    public Optional<List<String>> read(SessionSnapshot session) {
        return reader.messages(session, ALL)
                .map(page -> page.messages().stream()
                        .map(message -> message.position().messageId())
                        .toList());
    }

    public List<String> view(SessionSnapshot session) {
        return file.rows(String.format(VIEW, session.sessionId()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
