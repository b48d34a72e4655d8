package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import} takes as a file, and what it publishes of it, against a real broker. */
class ImportFilesTest {
    private static final String EVENT =
            "{\"platform\":\"irc\",\"channel\":\"#a\",\"messageId\":\"%s\",\"sender\":{\"id\":\"u\"},"
                    + "\"sentAt\":\"2001-01-01T00:00:00Z\"}%n";

    @TempDir
    Path folder;

    private CommandsOnBroker broker;

    @BeforeEach
    void createTopics() throws Exception {
        broker = CommandsOnBroker.start(folder);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void nothingOfAFileInAnotherFormatIsPublished() throws IOException {
        Path array = Files.writeString(folder.resolve("array.json"), "[\n  " + EVENT.formatted("m1") + "]\n");
        Path utf16 = Files.writeString(folder.resolve("chat.jsonl"), EVENT.formatted("m1"), StandardCharsets.UTF_16);

        CommandOutput waiting = broker.run("import", "--wait", "--server", "http://127.0.0.1:1", array.toString());
        CommandOutput publishing = broker.run("import", utf16.toString());
        CommandOutput empty = broker.runWithInput(new byte[0], "import", "-");
        Path nothing = Files.createFile(folder.resolve("nothing.gz"));
        Path gzipOfNothing = Files.write(folder.resolve("of-nothing.gz"), gzip(""));

        assertThat(waiting.exitCode()).isEqualTo(1);
        assertThat(waiting.err())
                .contains("array.json", "it looks like a JSON array")
                .hasLineCount(1);
        assertThat(publishing.exitCode()).isEqualTo(1);
        assertThat(publishing.err()).contains("it looks like UTF-16 text").hasLineCount(1);
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("standard input is empty").hasLineCount(1);
        for (Path file : List.of(nothing, gzipOfNothing)) {
            CommandOutput output = broker.run("import", file.toString());
            assertThat(output.exitCode()).isEqualTo(1);
            assertThat(output.err()).contains(file + " is empty").hasLineCount(1);
        }
        assertThat(broker.published()).isEmpty();
    }

    @Test
    void eventsTooFarInTheFutureAreCountedAndReported() throws IOException {
        String future = EVENT.formatted("m2").replace("2001", "2999");
        Path mixed = Files.writeString(folder.resolve("mixed.jsonl"), EVENT.formatted("m1") + future);
        Path none = Files.writeString(folder.resolve("none.jsonl"), future);

        CommandOutput some = broker.run("import", mixed.toString());
        CommandOutput all = broker.run("import", none.toString());

        assertThat(some.exitCode()).isEqualTo(3);
        assertThat(some.out()).contains("read 2, published 2, invalid 1");
        assertThat(some.err()).contains("too far in the future, so they become dead letters: 1 (line 2)");
        assertThat(all.exitCode()).isEqualTo(1);
    }

    @Test
    void compressedStandardInputIsRecognized() throws IOException {
        CommandOutput output = broker.runWithInput(gzip(EVENT.formatted("m1")), "import", "-");

        assertThat(output.err()).isEmpty();
        assertThat(output.exitCode()).isZero();
        assertThat(broker.published()).hasSize(1);
    }

    @Test
    void aTruncatedFileIsNamedWithTheNumberOfPublishedEvents() throws IOException {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(EVENT.formatted(Long.toHexString(random.nextLong())));
        }
        byte[] whole = gzip(lines.toString());
        Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));

        CommandOutput output = broker.run("import", file.toString());

        int published = broker.published().size();
        assertThat(published).isBetween(1, 4_999);
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .contains(
                        file.toString(),
                        "it is truncated",
                        "; " + published + " events before this place were published, up to line " + published)
                .hasLineCount(1);
    }

    @Test
    void aPipeIsReadLikeAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<CommandOutput> importing =
                CompletableFuture.supplyAsync(() -> broker.run("import", pipe.toString()));

        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append(EVENT.formatted("m" + i));
        }
        Files.write(pipe, lines.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(importing.get().err()).isEmpty();
        assertThat(importing.get().out()).contains("read 3000, published 3000");
        assertThat(broker.published()).hasSize(3_000);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
