package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.data.DataLayout;
import io.multichat.app.data.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./multichat dev} on each JDK beside the one that runs the tests, from 17 on. */
class EveryJdkIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    @TempDir
    private Path folder;

    static List<Path> jdks() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(home.getParent())) {
            return Stream.concat(
                            Stream.of(home), beside.filter(EveryJdkIT::isUsable).map(EveryJdkIT::real))
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void fillsTheStoresAndPrintsNoWarning(Path jdk) throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("dev.log");
        Path file = Files.write(
                folder.resolve("chat.jsonl"), GeneratedChat.of(25, 200).lines(), StandardCharsets.UTF_8);
        Process dev = start(jdk, data, log);
        try {
            await().atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> RunFile.read(new DataLayout(data)).pid() == dev.pid());
            CommandResult imported = CommandResult.of(
                    "import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", file.toString());
            assertThat(imported.out()).as(imported.err()).contains("accepted 200");
        } finally {
            dev.destroy();
            await().atMost(LIMIT).until(() -> !dev.isAlive());
        }
        assertThat(log).content().contains("Multichat is ready").doesNotContainIgnoringCase("warn");
    }

    /** The launcher replaces itself with Java, so the process id stays. */
    private static Process start(Path jdk, Path data, Path log) throws IOException {
        // The tests of a module run in its folder.
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("..", "multichat").toString(),
                        "dev",
                        "--data-dir=" + data,
                        "--port=0",
                        "--kafka-port=0",
                        "--redis-port=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        return builder.start();
    }

    private static boolean isUsable(Path jdk) {
        Path release = jdk.resolve("release");
        if (!Files.exists(release) || !Files.isExecutable(jdk.resolve("bin").resolve("java"))) {
            return false;
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find() && Integer.parseInt(version.group(1)) >= 17;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path real(Path jdk) {
        try {
            return jdk.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
