package io.multichat.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.imports.ImportException;
import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRequest;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.SinkGroups;
import io.multichat.jobs.imports.WaitFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import --wait} waits for, and what it counts, against a real broker. */
class ImportWaitTest {
    private static final String SINK = "connect-multichat-sqlite";
    private static final String EVENT = "{\"platform\":\"irc\",\"channel\":\"c%d\",\"messageId\":\"m%d\","
            + "\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:00Z\"}%n";

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
        CompletableFuture<ImportReport> importing =
                CompletableFuture.supplyAsync(() -> run(lines.toString(), Duration.ofMinutes(1)));

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
    void whatOthersPublishedBeforeIsNotCounted() throws Exception {
        new ImportRun(
                        new ImportRequest(
                                ImportLines.in(folder, EVENT.formatted(1, 1)), broker.kafka(), Optional.empty()),
                        ImportProgress.SILENT)
                .run();
        topology.process();
        CompletableFuture<ImportReport> importing = CompletableFuture.supplyAsync(
                () -> run(EVENT.formatted(1, 1) + EVENT.formatted(1, 2), Duration.ofMinutes(1)));

        await().until(() -> broker.records(Topics.MESSAGES).size() == 3);
        topology.process();
        topology.commitSink(SINK);

        // The stand-in forgets what it knew and accepts the first message once more, but without the mark of this
        // import.
        assertThat(importing.get().outcome().orElseThrow().accepted()).isEqualTo(1);
        assertThat(importing.get().outcome().orElseThrow().duplicates()).isEqualTo(1);
    }

    @Test
    void aTopologyThatDoesNotMoveIsNamed() {
        assertThatThrownBy(() -> run(EVENT.formatted(1, 1), Duration.ofMillis(500)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("the topology (multichat) to process chat-messages-")
                .hasMessageContaining("--stall-timeout");
    }

    @Test
    void sessionsThatAreNotAnnouncedAreWaitedFor() throws Exception {
        topology.leaveUnannouncedSince(999);
        CompletableFuture<ImportReport> importing =
                CompletableFuture.supplyAsync(() -> run(EVENT.formatted(1, 1), Duration.ofSeconds(2)));

        await().until(() -> broker.records(Topics.MESSAGES).size() == 1);
        topology.process();

        assertThatThrownBy(importing::get).hasMessageContaining("to announce the sessions");
    }

    @Test
    void aSinkThatDoesNotCommitIsNamed() throws Exception {
        CompletableFuture<ImportReport> importing =
                CompletableFuture.supplyAsync(() -> run(EVENT.formatted(1, 1), Duration.ofSeconds(2)));

        await().until(() -> broker.records(Topics.MESSAGES).size() == 1);
        topology.process();

        assertThatThrownBy(importing::get).hasMessageContaining("the sinks " + SINK + " to commit");
    }

    private ImportReport run(String lines, Duration stallTimeout) {
        WaitFor waitFor = new WaitFor(
                new ServerClient(topology.uri(), Optional.empty()),
                SinkGroups.of(List.of(SINK)),
                folder.resolve("no archive"),
                stallTimeout);
        ImportRequest request = new ImportRequest(ImportLines.in(folder, lines), broker.kafka(), Optional.of(waitFor));
        return new ImportRun(request, ImportProgress.SILENT).run();
    }
}
