package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.SessionContents;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages of a session are counted from where they were counted before. */
class GrowingSessionTest {
    private final StoreFile file = new StoreFile();
    private final RunningTask task = RunningTask.on(file.path());
    private final SessionContents messages = new SessionContents(file, task);

    @BeforeEach
    void fiveMessages() {
        task.put(LongStream.of(10, 20, 30, 40, 50)
                .mapToObj(SessionContents::message)
                .toArray(SinkRecord[]::new));
    }

    @AfterEach
    void remove() {
        messages.close();
        task.close();
        file.close();
    }

    @Test
    void aSessionThatGrewIsCompleteOnlyWithTheMessagesThatCameSince() {
        assertThat(messages.read(messages.stored(Snapshots.open(10, 30, 3)))).isPresent();
        assertThat(messages.read(messages.stored(version(2, 50, 5)))).isPresent();
        assertThat(messages.read(messages.stored(version(3, 60, 7)))).isEmpty();

        task.put(SessionContents.message(60));
        assertThat(messages.read(version(3, 60, 7))).isEmpty();

        task.put(SessionContents.message(25));
        assertThat(messages.read(version(3, 60, 7))).isPresent();
    }

    @Test
    void aSessionThatWasSplitIsCountedByItsNewEnd() {
        assertThat(messages.read(messages.stored(version(1, 50, 5)))).isPresent();

        assertThat(messages.read(version(2, 30, 3))).isPresent();
        assertThat(messages.read(version(2, 30, 4))).isEmpty();
        assertThat(messages.read(version(3, 50, 6))).isEmpty();
    }

    private static SessionSnapshot version(long version, long lastMessageAt, long messages) {
        return Snapshots.session(
                Snapshots.id(10), SessionStatus.OPEN, new SessionSnapshot.Span(10, lastMessageAt), messages, version);
    }
}
