package io.multichat.app.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.testing.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the broker that a crash of the machine or a person has damaged. */
class DamagedBrokerTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0\0\0\0\0", "", "garbage", "0\n2\nrecords 0 1\n"})
    void damagedCheckpointsAreWrittenAgain(String content) throws Exception {
        publishOnce();
        List<Path> checkpoints = files(".*-checkpoint");
        for (Path file : checkpoints) {
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            Records records = new Records(broker.bootstrapServers(), "records");
            records.publish("after");

            assertThat(records.readAll(2)).containsExactly("before", "after");
        }
        assertThat(checkpoints).hasSizeGreaterThan(4);
    }

    @Test
    void aDamagedNameOfTheClusterIsNamedWithARemedy() throws Exception {
        publishOnce();
        Path damaged = Files.writeString(data.resolve("meta.properties"), "garbage");
        int port = FreePort.find();

        assertThatThrownBy(() -> EmbeddedBroker.start(data, port))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageStartingWith(damaged + " is damaged: it names no cluster; put back a copy of the file");
    }

    private void publishOnce() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            Records records = new Records(broker.bootstrapServers(), "records");
            records.createTopic();
            records.publish("before");
        }
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }
}
