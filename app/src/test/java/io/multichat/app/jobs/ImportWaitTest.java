package io.multichat.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.jobs.wait.WaitFailedException;
import io.multichat.jobs.wait.WaitFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import --wait} waits for, and what it counts, against a real broker. */
class ImportWaitTest {
    private static final String SINK = "connect-multichat-sqlite";
    private static final String EVENT = "{\"platform\":\"irc\",\"channel\":\"c%d\",\"messageId\":\"m%d\","
            + "\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:00Z\"}%n";

    private static final String ONE_EVENT = EVENT.formatted(1, 1);

    @TempDir
    Path folder;

    private static TestBroker broker;

    private StandInTopology topology;

    @BeforeEach
    void open() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics("partitions=2").run();
        topology = new StandInTopology(broker);
    }

    @AfterEach
    void close() {
        topology.close();
        broker.close();
    }

    @Test
    void everythingIsCountedWhenTopologyAndSinksAreDone() throws Exception {
        StringBuilder lines = new StringBuilder("{broken\n\"text\"\n{}\n");
        for (int i = 0; i < 50; i++) {
            lines.append(EVENT.formatted(i % 7, i / 2));
        }
        CompletableFuture<ImportReport> importing = CompletableFuture.supplyAsync(() -> run(lines.toString()));

        await().until(() -> broker.records(Topics.MESSAGES).size() == 53);
        topology.process();
        topology.commitSink(SINK);

        ImportReport report = importing.get();
        assertThat(report.read()).isEqualTo(53);
        assertThat(report.outcome())
                .hasValue(new ImportReport.Result(
                        25, 25, 0, Map.of("not-json", 1L, "not-an-object", 1L, "missing-field", 1L), List.of(SINK)));
    }

    @Test
    void eventsPublishedEarlierAreNotCounted() throws Exception {
        new ImportRun(
                        ImportLines.in(folder, ONE_EVENT),
                        broker.kafka(),
                        Optional.empty(),
                        ImportProgress.SILENT,
                        System::nanoTime)
                .run();
        topology.process();
        CompletableFuture<ImportReport> importing =
                CompletableFuture.supplyAsync(() -> run(EVENT.formatted(1, 1) + EVENT.formatted(1, 2)));

        await().until(() -> broker.records(Topics.MESSAGES).size() == 3);
        topology.process();
        topology.commitSink(SINK);

        // The stand-in has no memory: it accepts the first message again, but that record is not of this import.
        assertThat(importing.get().outcome().orElseThrow().accepted()).isEqualTo(1);
        assertThat(importing.get().outcome().orElseThrow().duplicates()).isEqualTo(1);
    }

    @Test
    void aTopologyThatMakesNoProgressFailsTheImport() {
        assertThatThrownBy(() -> run(ONE_EVENT, ImportProgress.SILENT, new LeapingClock()))
                .isInstanceOf(WaitFailedException.class)
                .hasMessageContaining("the topology (multichat) to process chat-messages-")
                .hasMessageContaining("--stall-timeout");
    }

    @Test
    void sessionsThatAreNotAnnouncedFailTheImport() {
        topology.leaveUnannouncedSince(999);

        assertThatThrownBy(() -> run(ONE_EVENT, whenPublished(topology::process), new LeapingClock()))
                .hasMessageContaining("to announce the sessions");
    }

    @Test
    void aSinkThatDoesNotCommitFailsTheImport() {
        assertThatThrownBy(() -> run(ONE_EVENT, whenPublished(topology::process), new LeapingClock()))
                .hasMessageContaining("the sinks " + SINK + " to commit");
    }

    /** Runs an action of the stand-in between publishing and waiting, on the thread of the import. */
    private static ImportProgress whenPublished(Callable<?> action) {
        return (stage, events) -> {
            if (stage == ImportProgress.Stage.WAITING_FOR_TOPOLOGY) {
                assertThatCode(action::call).doesNotThrowAnyException();
            }
        };
    }

    /** An import that fails only when it makes no progress for a minute of real time. */
    private ImportReport run(String lines) {
        return run(lines, ImportProgress.SILENT, System::nanoTime);
    }

    private ImportReport run(String lines, ImportProgress progress, LongSupplier clock) {
        WaitFor waitFor = new WaitFor(
                new ServerClient(topology.uri(), Optional.empty()),
                SinkGroups.of(List.of(SINK)),
                folder.resolve("no archive"),
                Duration.ofMinutes(1));
        return new ImportRun(ImportLines.in(folder, lines), broker.kafka(), Optional.of(waitFor), progress, clock)
                .run();
    }
}
