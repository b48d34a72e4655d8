package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chat of other programs through the real system: what was imported once is not imported again. */
class ForeignImportIT {
    private static final String CHAT =
            "31/1/26, 12:00 - Ada: hi\n31/1/26, 12:00 - Ada: hi\n31/1/26, 12:01 - Ada added Bob\n31/1/26, 12:02 - Bob: two\nlines\n";

    private static final String SLACK =
            "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1769860800.000100\",\"text\":\"%s\"%s,"
                    + "\"reactions\":[{\"name\":\"tea\",\"users\":[\"U2\"],\"count\":1}]}]";

    @TempDir
    static Path folder;

    private static DevProcess dev;

    @BeforeAll
    static void start() {
        dev = DevProcess.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        dev.close();
    }

    @Test
    void theSameChatInAnotherFileAddsNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("tea.txt"), CHAT);
        Path zip = folder.resolve("tea.zip");
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
            output.putNextEntry(new ZipEntry("_chat.txt"));
            output.write(CHAT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        CommandResult first = run(text);
        CommandResult second = run(zip);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("read 4, accepted 4, duplicates 0, dead letters 0");
        assertThat(second.out()).contains("read 4, accepted 0, duplicates 4, dead letters 0");
    }

    @Test
    void anExportInWhichAMessageWasEditedAddsTheEdit() throws IOException {
        Path before = Files.writeString(
                Files.createDirectory(folder.resolve("first")).resolve("tea.json"), SLACK.formatted("old", ""));
        Path after = Files.writeString(
                Files.createDirectory(folder.resolve("second")).resolve("tea.json"),
                SLACK.formatted("new", ",\"edited\":{\"user\":\"U1\",\"ts\":\"1769860860.000000\"}"));

        CommandResult first = run(before);
        CommandResult second = run(after);

        assertThat(first.out()).contains("read 2, accepted 2, duplicates 0, dead letters 0");
        assertThat(second.out()).contains("read 3, accepted 1, duplicates 2, dead letters 0");
    }

    private static CommandResult run(Path file) {
        return CommandResult.of(
                "import", "--data-dir", dev.layout().root().toString(), "--timezone", "UTC", "--wait", file.toString());
    }
}
