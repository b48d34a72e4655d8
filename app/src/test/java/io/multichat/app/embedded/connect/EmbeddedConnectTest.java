package io.multichat.app.embedded.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.testing.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConnectTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path shared;

    private static EmbeddedBroker broker;
    private static Path plugins;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void startBroker() throws Exception {
        plugins = Files.createDirectory(shared.resolve("plugins"));
        broker = EmbeddedBroker.start(shared.resolve("kafka"), FreePort.find());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void runsASinkThatReadsCommittedRecords() throws Exception {
        Records records = records("committed");
        records.publish("one");
        records.publish("two");
        Path file = Files.createFile(temporary.resolve("out"));

        try (EmbeddedConnect connect = start()) {
            connect.create(lineSink("committed", file));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(file).hasContent("one\ntwo\n"));
            assertThat(connect.health()).singleElement().matches(ConnectorHealth::isRunning);
        }
    }

    @Test
    void continuesWhereItStoppedAfterARestart() throws Exception {
        Records records = records("goes-on");
        records.publish("one");
        Path before = Files.createFile(temporary.resolve("before"));
        try (EmbeddedConnect connect = start()) {
            connect.create(lineSink("goes-on", before));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(before).hasContent("one\n"));
        }
        records.publish("two");
        Path after = Files.createFile(temporary.resolve("after"));

        try (EmbeddedConnect connect = start()) {
            connect.create(lineSink("goes-on", after));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(after).hasContent("two\n"));
        }
    }

    @Test
    void reportsWhyATaskFailed() throws Exception {
        records("failing").publish("one");
        try (EmbeddedConnect connect = start()) {
            connect.create(lineSink("failing", temporary.resolve("missing")));

            await().atMost(PATIENCE)
                    .until(() -> connect.health().get(0).failure().isPresent());
            ConnectorHealth health = connect.health().get(0);
            assertThat(health.isRunning()).isFalse();
            assertThat(health.connector().state()).isEqualTo("RUNNING");
            assertThat(health.tasks()).singleElement().satisfies(task -> {
                assertThat(task.state()).isEqualTo("FAILED");
                assertThat(task.trace()).contains("cannot append to");
            });
        }
    }

    @Test
    void reportsAllProblemsOfAConnector() {
        Map<String, String> settings = lineSink("wrong", temporary.resolve("out"));
        settings.put("tasks.max", "many");
        settings.put("errors.tolerance", "some");

        try (EmbeddedConnect connect = start()) {
            assertThatThrownBy(() -> connect.create(settings))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageStartingWith("connector wrong cannot start: ")
                    .hasMessageContainingAll("many", "tasks.max", "some", "errors.tolerance")
                    .hasMessageNotContaining("endpoint")
                    .hasMessageNotContaining("\n");
            assertThat(connect.health()).isEmpty();
        }
    }

    @Test
    void needsAPluginsDirectory() {
        Path missing = temporary.resolve("missing");

        assertThatThrownBy(() -> EmbeddedConnect.start(broker.bootstrapServers(), missing, temporary))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(missing.toString());
    }

    /** The records of a topic. */
    private static Records records(String topic) throws Exception {
        Records records = new Records(broker.bootstrapServers(), topic);
        records.createTopic();
        return records;
    }

    private EmbeddedConnect start() {
        return EmbeddedConnect.start(broker.bootstrapServers(), plugins, temporary.resolve("offsets"));
    }

    /** The settings of a connector that reads the topic with its own name. */
    private static Map<String, String> lineSink(String name, Path file) {
        Map<String, String> settings = new HashMap<>();
        settings.put("name", name);
        settings.put("connector.class", LineSink.class.getName());
        settings.put("topics", name);
        settings.put("tasks.max", "1");
        settings.put("file", file.toString());
        settings.put("consumer.override.group.instance.id", name);
        return settings;
    }
}
