package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.rebuild.RebuildRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deletion that a hold forbade, and a rebuild once the hold is cleared. */
class RefusedDeletionTest {
    private static final String HOLD = "{\"type\":\"%s\",\"platform\":\"irc\",\"channel\":\"#a\","
            + "\"sentAt\":\"2002-01-01T00:00:00Z\",\"attributes\":{\"hold\":\"case-7\"}}";

    @TempDir
    private Path folder;

    private TestBroker broker;

    @BeforeEach
    void start() throws IOException {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics(StoppedDeployment.SETTINGS).run();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void itStaysRefused() {
        StoppedDeployment.publish(broker, 1, 2);
        StoppedDeployment.publish(
                broker, HOLD.formatted("hold.set"), StoppedDeployment.deletion(1), HOLD.formatted("hold.cleared"));
        process(0, 4);
        assertThat(broker.records(Topics.DEAD_LETTERS))
                .extracting(record -> DeadLetter.readFrom(record.headers()).reason())
                .containsExactly(RejectReason.ON_HOLD);

        rebuild(4);
        StoppedDeployment.publish(broker, 3);
        process(1, 5);

        assertThat(accepted())
                .containsExactly(
                        EventType.MESSAGE_CREATED,
                        EventType.MESSAGE_CREATED,
                        EventType.HOLD_SET,
                        EventType.HOLD_CLEARED,
                        EventType.MESSAGE_CREATED);
    }

    @Test
    void theSameCommandThatCameAgainIsCarriedOut() {
        StoppedDeployment.publish(broker, 1);
        StoppedDeployment.publish(
                broker,
                HOLD.formatted("hold.set"),
                StoppedDeployment.deletion(1),
                HOLD.formatted("hold.cleared"),
                StoppedDeployment.deletion(1));
        process(0, 4);

        rebuild(4);
        StoppedDeployment.publish(broker, 1, 3);
        process(1, 5);

        // The command of the archive is the first, that of the input topic the second.
        assertThat(accepted())
                .containsExactly(
                        EventType.SESSION_DELETED,
                        EventType.HOLD_SET,
                        EventType.HOLD_CLEARED,
                        EventType.SESSION_DELETED,
                        EventType.MESSAGE_CREATED);
    }

    private void process(int generation, int events) {
        StoppedDeployment.process(broker, folder.resolve("state-" + generation), generation, events);
    }

    /** Archives the first records of the transcript, then begins the next generation. */
    private void rebuild(int archived) {
        Path archive = folder.resolve("archive");
        StoppedDeployment.archive(broker, archive, archived);
        new RebuildRun(
                        broker.kafka(StoppedDeployment.SETTINGS),
                        broker.topics(StoppedDeployment.SETTINGS),
                        List.of("connect-multichat-sqlite"),
                        folder.resolve("scratch"),
                        Optional.empty())
                .run(new ArchiveAccess(archive), 1, generation -> {});
    }

    private List<EventType> accepted() {
        return StoppedDeployment.transcript(broker).stream()
                .map(record -> Placement.readFrom(record.headers()).kind())
                .toList();
    }
}
