package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.data.Generation;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.jobs.rebuild.RebuildException;
import io.multichat.jobs.rebuild.RebuildReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild of the data directory of a stopped {@code dev}. */
class DataRebuildTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void leaveData() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        try (TestBroker broker = TestBroker.start(data.resolve("kafka"))) {
            broker.topics(StoppedDeployment.SETTINGS).run();
            StoppedDeployment.publish(broker, 2, 1);
            StoppedDeployment.process(broker, data.resolve("state"), 0, 2);
            StoppedDeployment.archive(broker, data.resolve("archive"), 2);
        }
        Files.writeString(data.resolve("sessions.db"), "not read");
        Files.writeString(data.resolve("layout"), "1\n");
    }

    @Test
    void theStoresAreMovedAndTheNextGenerationBegins() throws IOException {
        assertThatThrownBy(() -> DataDirectory.open(data))
                .hasMessageContaining("layout 1")
                .hasMessageContaining("multichat rebuild --data-dir " + data);

        RebuildReport report = rebuild();

        assertThat(report).isEqualTo(new RebuildReport(1, 2, 0, 2, 0));
        assertThat(DataRebuild.before(data, 1).resolve("sessions.db")).hasContent("not read");
        assertThat(DataRebuild.before(data, 1).resolve("archive/transcript")).isDirectory();
        assertThat(data.resolve("archive")).doesNotExist();
        assertThat(data.resolve("state")).doesNotExist();
        assertThat(data.resolve("rebuild")).doesNotExist();
        assertThat(Generation.of(data)).isEqualTo(1);
        DataDirectory.open(data).close();
        try (TestBroker broker = TestBroker.start(data.resolve("kafka"))) {
            assertThat(broker.records(Topics.MESSAGES).stream()
                            .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                            .skip(2)
                            .limit(2))
                    .containsExactly(StoppedDeployment.message(2), StoppedDeployment.message(1));
            assertThat(StoppedDeployment.transcript(broker)).isEmpty();
        }
    }

    @Test
    void anInterruptedRebuildMustBeCompletedFirst() throws IOException {
        Path obstacle = DataRebuild.before(data, 1);
        Files.writeString(obstacle, "a file where the folder should be");
        assertThatThrownBy(this::rebuild).isInstanceOf(RebuildException.class);
        Files.writeString(data.resolve("layout"), "2\n");

        assertThatThrownBy(() -> DataDirectory.open(data))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("a rebuild of data directory " + data + " was interrupted");

        Files.delete(obstacle);
        assertThat(rebuild()).isEqualTo(new RebuildReport(1, 2, 0, 2, 0));
        DataDirectory.open(data).close();
    }

    @Test
    void aFolderWithoutDataIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> DataRebuild.run(empty, TestBroker.settings()))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("holds no data of dev");
        assertThat(empty).isEmptyDirectory();
    }

    private RebuildReport rebuild() {
        return DataRebuild.run(data, TestBroker.settings(StoppedDeployment.SETTINGS));
    }
}
