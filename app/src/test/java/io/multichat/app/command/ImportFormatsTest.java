package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of files that other programs wrote. */
class ImportFormatsTest {
    private static final String LOG = "[12:00] <ada> hi\n[12:01] *** Joins: bob (b@host)\n";
    private static final String CHAT = "31/1/26, 12:00 - Ada: hi\n31/1/26, 12:00 - Ada: hi\n";

    @TempDir
    Path folder;

    @Test
    void aDryRunNeedsNothingAndCountsWhatTheFileHas() throws IOException {
        Path log = Files.writeString(folder.resolve("tea-2026-01-31.log"), LOG + "noise\n");

        CommandOutput output = run("--dry-run", "--json", "--timezone", "UTC", log.toString());

        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .isEqualToIgnoringNewLines("{\"format\":\"irc\",\"messages\":1,\"system\":1,\"senders\":1,"
                        + "\"first\":\"2026-01-31T12:00:00.000Z\",\"last\":\"2026-01-31T12:01:00.000Z\",\"conversations\":1,"
                        + "\"assumed\":[\"Channels are taken from the names of files; --channel says otherwise.\"],"
                        + "\"refused\":[{\"line\":3,\"reason\":\"the line does not begin with a time\"}]}");
    }

    @Test
    void peopleAreToldTheFormatAndWhatWasAssumed() throws IOException {
        Path log = Files.writeString(folder.resolve("tea-2026-01-31.log"), LOG);

        CommandOutput output = run("--dry-run", log.toString());

        assertThat(output.exitCode()).isZero();
        assertThat(output.err())
                .contains("multichat: read as irc", "multichat: assumed: Times without a zone are read as UTC")
                .hasLineCount(3);
        assertThat(output.out())
                .startsWith(
                        "irc: messages 1, system lines 1, senders 1, conversations 1, refused 0; 2026-01-31T12:00:00.000Z");
    }

    @Test
    void rejectsAreWrittenToAFileWithPlaceAndReason() throws IOException {
        Path log = Files.writeString(folder.resolve("tea-2026-01-31.log"), LOG + "noise\n");
        Path chat = Files.writeString(folder.resolve("tea.txt"), CHAT);
        Path rejects = folder.resolve("rejects.jsonl");

        CommandOutput output = run("--dry-run", "--rejects", rejects.toString(), log.toString(), chat.toString());

        assertThat(output.out()).startsWith("irc, whatsapp: messages 3, ");
        assertThat(rejects)
                .hasContent("{\"file\":\"" + log + "\",\"line\":3,\"reason\":\"the line does not begin with a time\"}");
    }

    @Test
    void aFolderOfSeveralFormatsIsRefusedWithTheCandidates() throws IOException {
        Files.writeString(folder.resolve("tea-2026-01-31.log"), LOG);
        Files.writeString(folder.resolve("tea.txt"), CHAT);

        CommandOutput ambiguous = run("--dry-run", folder.toString());
        CommandOutput chosen = run("--dry-run", "--format", "irc", folder.toString());

        assertThat(ambiguous.exitCode()).isEqualTo(1);
        assertThat(ambiguous.err())
                .contains("may be of several formats: irc, whatsapp; nothing was published (choose one with --format)")
                .hasLineCount(1);
        assertThat(chosen.exitCode()).isZero();
        assertThat(chosen.err()).contains("Not irc, so not read: ", "/tea.txt.");
    }

    @Test
    void standardInputIsReadTwiceOrAsAZipIfNecessary() throws IOException {
        byte[] chat = CHAT.getBytes(StandardCharsets.UTF_8);
        String[] command = {"import", "--dry-run", "--channel", "tea", "-"};

        CommandOutput text = CommandOutput.withInput(chat, command);
        CommandOutput zip = CommandOutput.withInput(zip("_chat.txt", chat), command);
        CommandOutput unnamed = CommandOutput.withInput(chat, "import", "--dry-run", "-");

        assertThat(text.out()).startsWith("whatsapp: messages 2, ");
        assertThat(zip.out()).isEqualTo(text.out());
        assertThat(unnamed.exitCode()).isEqualTo(3);
        assertThat(unnamed.err()).contains("the chat has no name; give it with --channel");
    }

    @Test
    void aTruncatedFileIsReadUpToItsEnd() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(LOG.repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(whole.toByteArray(), whole.size() - 20);
        Path file = Files.write(folder.resolve("tea-2026-01-31.log.gz"), cut);

        CommandOutput fromFile = run("--dry-run", file.toString());
        CommandOutput fromStream =
                CommandOutput.withInput(cut, "import", "--dry-run", "--channel", "tea", "--start", "2026-01-31", "-");

        for (CommandOutput output : List.of(fromFile, fromStream)) {
            assertThat(output.exitCode()).isEqualTo(3);
            assertThat(output.out())
                    .startsWith("irc: messages ")
                    .contains("senders 1")
                    .contains("refused 1");
            assertThat(output.err()).contains("the rest of the file cannot be read: Unexpected end");
        }
    }

    @Test
    void aWrongFlagIsRefused() {
        assertThat(run("--timezone", "Mars", "x").err()).contains("not a time zone such as Europe/Berlin");
        assertThat(run("--date-order", "ydm", "x").err()).contains("dmy, mdy or ymd");
        assertThat(run("--start", "now", "x").err()).contains("not a time such as");
    }

    @Test
    void eventsArePublishedAndTheSameFileYieldsTheSameEvents() throws Exception {
        Path chat = Files.writeString(folder.resolve("tea.txt"), CHAT);
        Path data = Files.createDirectory(folder.resolve("broker"));
        try (CommandsOnBroker broker = CommandsOnBroker.start(data)) {
            CommandOutput output = broker.run("import", chat.toString());
            broker.run("import", "--format", "whatsapp", chat.toString());

            assertThat(output.out()).contains("read 2, published 2");
            assertThat(output.exitCode()).isZero();
            assertThat(broker.published())
                    .extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                    .hasSize(4)
                    .allMatch(event -> event.contains("\"platform\":\"whatsapp\",\"channel\":\"tea\""))
                    .satisfies(events -> assertThat(events.subList(0, 2)).isEqualTo(events.subList(2, 4)));
        }
    }

    private static CommandOutput run(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "import";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return CommandOutput.of(command);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
