package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.VerifyRun;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.source.ExportSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to a folder that were killed. */
class InterruptedDeliveryTest {
    private static final String[] FORMATS = {"html", "jsonl", "slack"};
    private static final Conversation[] CHANNELS = IntStream.range(0, 12)
            .mapToObj(i -> Conversation.of("slack", "c" + i))
            .toArray(Conversation[]::new);

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() {
        bench = new DeliveryBench(folder);
        bench.archive(4, CHANNELS);
    }

    /** Runs in a process of its own: archive, folder. */
    public static void main(String[] arguments) {
        ExportSource archive = new ArchiveSource(new ArchiveAccess(Path.of(arguments[0])));
        new DeliveryRun(
                        new DeliveryBench(Path.of("unused")).request(archive, DeliveryBench.PLAIN, FORMATS),
                        Path.of(arguments[1]),
                        false)
                .run();
    }

    @Test
    void aKilledExportContinuesToTheSameBytes() throws Exception {
        bench.deliver("undisturbed", DeliveryBench.PLAIN, FORMATS);
        Path out = bench.path("out");
        for (int kills = 0; kills < 4; kills++) {
            killed(out, 7 * kills);
        }

        if (!Files.exists(out.resolve("manifest.json"))) {
            bench.deliver("out", DeliveryBench.PLAIN, FORMATS);
        }

        assertThat(bench.files("out")).isEqualTo(bench.files("undisturbed"));
        assertThat(new VerifyRun(out).run().problems()).isEmpty();
    }

    @Test
    void whatWasReadIsNotReadAgain() throws Exception {
        bench.deliver("undisturbed", DeliveryBench.PLAIN, FORMATS);
        killed(bench.path("out"), 3);

        new DeliveryRun(
                        bench.request(new UnreadableSource(bench.archive()), DeliveryBench.PLAIN, FORMATS),
                        bench.path("out"),
                        false)
                .run();

        assertThat(bench.files("out")).isEqualTo(bench.files("undisturbed"));
    }

    @Test
    void otherOptionsDoNotContinueAnUnfinishedExport() throws Exception {
        killed(bench.path("out"), 3);

        assertThatThrownBy(() -> bench.deliver("out", DeliveryBench.PLAIN, "csv"))
                .hasMessageContaining("holds an unfinished export with other options");
    }

    @Test
    void anUnfinishedExportIsNotADelivery() throws Exception {
        killed(bench.path("out"), 3);

        assertThatThrownBy(() -> new VerifyRun(bench.path("out")).run()).hasMessageContaining("has no manifest.json");
    }

    /** Starts the export in another process and kills it when this number of files is finished. */
    private void killed(Path out, int files) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedDeliveryTest.class.getName(),
                        bench.archive().toString(),
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Path list = out.resolve(".multichat-export").resolve("files.jsonl");
        while (process.isAlive() && lines(list) < files + 1) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    private static long lines(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.count();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
