package io.multichat.app.embedded.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Compares the settings of the Docker image's worker with those of the embedded one. */
class ShippedWorkerTest {
    /** Settings that depend on the machine that the worker runs on, and on the mode: embedded, it is a standalone worker. */
    private static final List<String> PLACES = List.of(
            "bootstrap.servers",
            "plugin.path",
            "offset.storage.file.filename",
            "group.id",
            "config.storage.topic",
            "config.storage.replication.factor",
            "offset.storage.topic",
            "offset.storage.partitions",
            "offset.storage.replication.factor",
            "status.storage.topic",
            "status.storage.partitions",
            "status.storage.replication.factor",
            "listeners",
            "config.providers",
            "config.providers.env.class",
            "config.providers.env.param.allowlist.pattern");

    @Test
    void theImageShipsTheSettingsOfTheEmbeddedWorker() throws IOException {
        Properties shipped = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("..", "docker", "connect", "worker.properties"))) {
            shipped.load(reader);
        }
        Map<String, String> embedded = new HashMap<>(ConnectSettings.of("", Path.of(""), Path.of("")));

        embedded.keySet().removeAll(PLACES);
        shipped.keySet().removeAll(PLACES);
        assertThat(shipped).containsExactlyInAnyOrderEntriesOf(Map.copyOf(embedded));
    }
}
