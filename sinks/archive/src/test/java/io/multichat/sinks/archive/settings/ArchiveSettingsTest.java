package io.multichat.sinks.archive.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings, their defaults, and the errors for invalid ones. */
class ArchiveSettingsTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    @Test
    void connectFindsTheConnector() {
        assertThat(ServiceLoader.load(SinkConnector.class))
                .extracting(SinkConnector::getClass)
                .asString()
                .contains(ArchiveSinkConnector.class.getName());
    }

    @Test
    void everySettingExceptTheFolderHasADefault() {
        ArchiveSettings settings = ArchiveSettings.of(Map.of("archive.dir", root.toString()));

        assertThat(settings)
                .extracting(
                        ArchiveSettings::root,
                        ArchiveSettings::compression,
                        ArchiveSettings::limits,
                        ArchiveSettings::openFiles)
                .containsExactly(root, Compression.ZSTD, new CommitLimits(100_000, 64 << 20, 60_000), 64);
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        Map<String, String> wrong = Map.of(
                "archive.compression", "rar",
                "archive.commit.records", "0",
                "archive.commit.bytes", "64MB",
                "archive.commit.interval", "99999999999999999d",
                "archive.open.files", "none");

        Map<String, ConfigValue> values = new ArchiveSinkConnector().config().validateAll(wrong);

        assertThat(values.values())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactlyInAnyOrder(
                        "archive.dir",
                        "archive.compression",
                        "archive.commit.records",
                        "archive.commit.bytes",
                        "archive.commit.interval",
                        "archive.open.files");
        assertThat(values.get("archive.commit.bytes").errorMessages().get(0)).contains("64MB", "16MiB");
    }

    @Test
    void aFileIsRefusedAsAFolder() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> ArchiveSettings.of(Map.of("archive.dir", file + "/archive")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("archive.dir")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aTopicThatIsNeitherTranscriptNorSessionsIsRefused() {
        Worker worker = new TestArchive(root).worker();

        assertThatThrownBy(() -> worker.assign(List.of(new TopicPartition("chat-messages", 0))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("chat-messages")
                .hasMessageContaining("transcript.topic");
    }

    @Test
    void aTopicNameCannotEscapeTheHiddenFolders() {
        ArchiveLayout layout = new ArchiveLayout(root);

        Path folder = layout.manifests(new TopicPartition("../../etc", 0));

        assertThat(folder.normalize()).isEqualTo(folder);
        assertThat(folder.getParent()).isEqualTo(layout.chains());
        assertThat(layout.manifests(new TopicPartition("..", 1)))
                .isEqualTo(layout.chains().resolve("%2E.-1"));
        assertThat(layout.manifests(new TopicPartition("chat-sessions", 3)))
                .isEqualTo(layout.chains().resolve("chat-sessions-3"));
    }

    @Test
    void aSegmentPathCannotEscapeTheVisibleFolders() throws IOException {
        ArchiveLayout layout = new ArchiveLayout(root);

        assertThat(layout.resolve("sessions/date=2024-01-01/p0-0-x.jsonl.zst"))
                .isEqualTo(root.resolve("sessions/date=2024-01-01/p0-0-x.jsonl.zst"));
        assertThatThrownBy(() -> layout.resolve("sessions/../x")).isInstanceOf(ArchiveDamagedException.class);
        assertThatThrownBy(() -> layout.resolve("/etc/date=1/x")).isInstanceOf(ArchiveDamagedException.class);
    }
}
