package io.multichat.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.ConnectorSettings;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayoutSettingTest {
    private final StoreFile file = new StoreFile();
    private final SqliteSinkConnector connector = new SqliteSinkConnector();

    @AfterEach
    void remove() {
        file.close();
    }

    @Test
    void withOneFilePerPartitionAllAllowedTasksAreUsed() {
        Map<String, String> settings = with("sqlite.layout", "per-partition");
        connector.start(settings);

        assertThat(connector.taskConfigs(3))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task).containsAllEntriesOf(settings));
        assertThat(errors(settings)).isEmpty();
    }

    @Test
    void aLayoutThatDiffersFromTheExistingFilesIsAProblem() throws IOException {
        Files.createFile(file.path());
        assertThat(errors(with("sqlite.layout", "per-partition")))
                .singleElement()
                .asString()
                .contains("sessions.db was written with another sqlite.layout than per-partition");

        Files.move(file.path(), file.path().resolveSibling("sessions-p3.db"));
        assertThat(errors(with("sqlite.layout", "single")))
                .singleElement()
                .asString()
                .contains("sessions-p3.db was written with another sqlite.layout than single");
        assertThat(errors(with("sqlite.layout", "per-partition"))).isEmpty();
    }

    @Test
    void theFileOfEachPartitionIsChecked() throws IOException {
        Files.createFile(file.path().resolveSibling("sessions-p0.db"));
        Files.writeString(file.path().resolveSibling("sessions-p1.db"), "These are the minutes. ".repeat(200));

        assertThat(errors(with("sqlite.layout", "per-partition")))
                .singleElement()
                .asString()
                .contains("sessions-p1.db", "not an SQLite database");
    }

    private Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(RunningTask.settings(file.path()));
        settings.put(setting, value);
        return settings;
    }

    private List<String> errors(Map<String, String> settings) {
        return ConnectorSettings.problems(connector, ConnectorSettings.complete(settings));
    }
}
