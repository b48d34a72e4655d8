package io.multichat.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.embedded.FreePort;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of the worker's REST interface to settings with which a sink would write wrong data, or could not write. */
class RefusedSettingsIT {
    /** Connect's own settings; null stands for a missing one. */
    private static final Map<String, String> WRONG_FOR_ANY_SINK = new TreeMap<>(Map.of(
            "topics", "chat-transcript",
            "key.converter", "org.apache.kafka.connect.storage.StringConverter",
            "consumer.override.isolation.level", "read_uncommitted",
            "consumer.override.auto.offset.reset", "latest",
            "errors.tolerance", "none"));

    private static final List<String> MISSING =
            List.of("value.converter", "header.converter", "errors.deadletterqueue.topic.name");

    @TempDir
    private static Path folder;

    private static ConnectCluster cluster;

    @BeforeAll
    static void startWorker() throws Exception {
        cluster = ConnectCluster.prepare(folder);
        cluster.worker().start();
        cluster.worker().awaitReady();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                Arguments.of(
                        "redis",
                        Map.of("redis.uri", "http://:hunter2@x", "redis.ttl", "soon", "redis.messages.max", "0")),
                Arguments.of(
                        "sqlite", Map.of("sqlite.file", " ", "sqlite.busy.timeout", "3h", "sqlite.search", "perhaps")),
                Arguments.of(
                        "archive",
                        Map.of(
                                "archive.dir", " ",
                                "archive.compression", "rar",
                                "archive.commit.records", "0",
                                "archive.commit.interval", "often")));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void reportsAllProblemsAtOnce(String store, Map<String, String> wrong) {
        Map<String, String> connector = SinkStores.connector(store, wrong);
        connector.putAll(WRONG_FOR_ANY_SINK);
        MISSING.forEach(connector::remove);

        List<String> problems = cluster.worker().rest().problems(connector);
        RestInterface.Answer answer = cluster.worker().rest().put(connector);

        Stream.of(wrong.keySet(), WRONG_FOR_ANY_SINK.keySet(), MISSING)
                .flatMap(Collection::stream)
                .forEach(name -> assertThat(problems).anyMatch(problem -> problem.startsWith(name + ": ")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems)
                .allMatch(problem -> answer.body().path("message").asText().contains(tail(problem)));
        assertThat(answer.body().toString() + problems).doesNotContain("hunter2");
    }

    @Test
    void contactsTheStoreWhenAllSettingsAreValid() {
        RestInterface rest = cluster.worker().rest();
        String nobody = "redis://127.0.0.1:" + FreePort.find();
        Path missing = folder.resolve("missing").resolve("sessions.db");
        Path file = folder.resolve("worker.properties");

        assertThat(rest.problems(SinkStores.connector("redis", Map.of("redis.uri", nobody, "redis.password", ""))))
                .singleElement()
                .asString()
                .startsWith("redis.uri: ")
                .contains(nobody.substring("redis://".length()));
        assertThat(rest.problems(SinkStores.connector("sqlite", Map.of("sqlite.file", missing.toString()))))
                .singleElement()
                .asString()
                .startsWith("sqlite.file: ")
                .contains(missing.toString());
        assertThat(rest.problems(SinkStores.connector("archive", Map.of("archive.dir", file.toString()))))
                .singleElement()
                .asString()
                .startsWith("archive.dir: ")
                .contains(file.toString());
        assertThat(cluster.stores().connectors())
                .allSatisfy(connector -> assertThat(rest.problems(connector)).isEmpty());
    }

    private static String tail(String problem) {
        return problem.substring(problem.indexOf(": ") + 2);
    }
}
