package io.multichat.app.streams;

import static io.multichat.app.streams.RunningTopology.message;
import static io.multichat.app.streams.RunningTopology.patiently;
import static io.multichat.app.streams.RunningTopology.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the state that a crash of the machine or a person has damaged. */
class DamagedStateTest {
    @ParameterizedTest
    @ValueSource(strings = {"CURRENT", "MANIFEST-\\d+", "\\d+\\.sst"})
    void isSetAsideAndRestoredFromTheTopics(String name, @TempDir Path folder) throws Exception {
        try (RunningTopology topology = new RunningTopology(folder)) {
            try (StreamsRunner before = topology.instance("one")) {
                topology.publish(Stream.of(message(1, "m1", Instant.now(), "hi")), null);
                patiently().until(() -> sum(before).accepted() == 1);
            }
            List<Path> damaged = files(folder.resolve("one"), name);
            for (Path file : damaged) {
                Files.write(file, "garbage".getBytes(StandardCharsets.UTF_8));
            }

            try (StreamsRunner after = topology.instance("one")) {
                patiently().until(() -> sum(after).accepted() == 1);
            }
            assertThat(damaged).isNotEmpty();
            assertThat(files(folder.resolve("one"), "multichat\\.damaged-\\d+")).hasSize(1);
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }
}
