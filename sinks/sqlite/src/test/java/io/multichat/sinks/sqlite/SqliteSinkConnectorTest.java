package io.multichat.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.core.testing.ConnectorSettings;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSinkConnectorTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSinkConnector connector = new SqliteSinkConnector();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void aWorkerFindsTheConnector() {
        assertThat(ServiceLoader.load(SinkConnector.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(SqliteSinkConnector.class));
    }

    @Test
    void thereIsOneTaskWithTheConnectorsSettingsHoweverManyAreAllowed() {
        connector.start(RunningTask.settings(file.path()));

        assertThat(connector.taskConfigs(8))
                .singleElement()
                .satisfies(task -> assertThat(task).containsAllEntriesOf(RunningTask.settings(file.path())));
    }

    @Test
    void validSettingsHaveNoErrors() {
        assertThat(errors(RunningTask.settings(file.path()))).isEmpty();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        Map<String, String> settings =
                Map.of("sqlite.busy.timeout", "10", "sqlite.search", "maybe", "sqlite.layout", "many");

        assertThat(errors(settings))
                .hasSize(4)
                .anyMatch(error -> error.contains("sqlite.layout") && error.contains("per-partition"))
                .anyMatch(error -> error.contains("sqlite.file"))
                .anyMatch(error -> error.contains("sqlite.busy.timeout") && error.contains("500ms"))
                .anyMatch(error -> error.contains("sqlite.search"));
    }

    @Test
    void aPathWhereNoDatabaseCanBeCreatedIsAProblem() throws IOException {
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file.path()));
        settings.put("sqlite.file", file.path().resolve("lost/sessions.db").toString());
        assertThat(errors(settings)).singleElement().asString().contains("does not exist");

        settings.put("sqlite.file", file.path().getParent().toString());
        assertThat(errors(settings)).singleElement().asString().contains("is not a file");

        Files.writeString(file.path(), "These are the minutes of a meeting. ".repeat(200));
        settings.put("sqlite.file", file.path().toString());
        assertThat(errors(settings)).singleElement().asString().contains("not an SQLite database");
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "30s,30000", "2m,120000", "0s,0"})
    void durationsAreWrittenWithAUnit(String text, long expectedMs) {
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file.path()));
        settings.put("sqlite.busy.timeout", text);

        assertThat(SqliteSettings.of(settings).busyTimeout().toMillis()).isEqualTo(expectedMs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3m", "7d", "1", "-1s", "1.5s", "10 s", "99999999999999999999ms", ""})
    void otherDurationsAndTooLongOnesAreRefused(String text) {
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file.path()));
        settings.put("sqlite.busy.timeout", text);

        assertThatThrownBy(() -> SqliteSettings.of(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sqlite.busy.timeout");
    }

    private List<String> errors(Map<String, String> settings) {
        return ConnectorSettings.problems(connector, ConnectorSettings.complete(settings));
    }
}
