package io.multichat.formats.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of a workspace, single files, and what slackdump writes. */
class SlackFormatTest {
    private static final MemoryFile USERS = MemoryFile.of(
            "acme/users.json", "[{\"id\":\"U1\",\"name\":\"ada\",\"profile\":{\"display_name\":\"Ada L.\"}}]");
    private static final MemoryFile CHANNELS =
            MemoryFile.of("acme/channels.json", "[{\"id\":\"C1\",\"name\":\"tea\"}]");
    private static final MemoryFile DMS =
            MemoryFile.of("acme/dms.json", "[{\"id\":\"D1\",\"members\":[\"U1\",\"U2\"]}]");

    private final SlackFormat format = new SlackFormat();

    @Test
    void anExportIsReadWithItsNames() {
        Reading reading = Reading.of(
                format,
                MemorySource.folder(
                        MemoryFile.of("acme/D1/2026-01-31.json", "[" + message("U2", "1769860800.000100", "dm") + "]"),
                        USERS,
                        CHANNELS,
                        DMS,
                        MemoryFile.of(
                                "acme/tea/2026-01-30.json", "[" + message("U1", "1769774400.123456", "root") + "]"),
                        MemoryFile.of(
                                "acme/tea/2026-01-31.json",
                                "[" + reply("U2", "1769860801.000100", "1769774400.123456", "later") + "]"),
                        MemoryFile.of("acme/tea/attachments/data.json", "// not json")));

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z U2: dm",
                        "2026-01-30T12:00:00.123Z U1: root",
                        "2026-01-31T12:00:01.000Z U2: later");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("slack/D1", "slack/C1", "slack/C1/1769774400.123456");
        assertThat(reading.events().get(1).sender().orElseThrow().name()).hasValue("Ada L.");
        assertThat(reading.events().get(1).messageId()).hasValue("1769774400.123456");
        assertThat(reading.events().get(2).content().replyTo()).hasValue("1769774400.123456");
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.assumptions())
                .containsExactly("Attachments and lists without messages are not read; number of such files: 1.");
    }

    @Test
    void aDayFileAloneIsNamedAfterItsFolder() {
        Reading reading = Reading.of(
                format,
                MemorySource.file("/acme/tea/2026-01-31.json", "[" + message("U1", "1769860800.000100", "hi") + "]"));

        assertThat(reading.events().get(0).conversation().key()).isEqualTo("slack/tea");
        assertThat(reading.assumptions()).hasSize(1);
    }

    @Test
    void slackdumpWritesRepliesIntoTheirRoot() {
        String root = message("U1", "1769860800.000100", "root")
                .replace(
                        "}",
                        ",\"thread_ts\":\"1769860800.000100\",\"slackdump_thread_replies\":["
                                + reply("U2", "1769860801.000100", "1769860800.000100", "reply") + "]}");
        String dump = "{\"channel_id\":\"C1\",\"name\":\"tea\",\"messages\":[" + root + "]}";

        Reading reading = Reading.of(format, MemorySource.file("/x/C1.json", dump));

        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("slack/C1", "slack/C1/1769860800.000100");
        assertRecognized(dump);
    }

    @Test
    void aDamagedDayDoesNotKeepTheOthersFromBeingRead() {
        Reading reading = Reading.of(
                format,
                MemorySource.folder(
                        CHANNELS,
                        MemoryFile.of("acme/tea/2026-01-30.json", "[" + message("U1", "1769774400.000100", "a") + ",{"),
                        MemoryFile.of(
                                "acme/tea/2026-01-31.json", "[" + message("U1", "1769860800.000100", "b") + "]")));

        assertThat(reading.lines()).hasSize(2);
        assertThat(reading.refusals())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("acme/tea/2026-01-30.json: the rest of the file cannot be read: not valid JSON at line 1");
    }

    @Test
    void anotherImportOfTheSameExportIsEqual() {
        MemorySource source = MemorySource.file("/x/tea.json", "[" + message("U1", "1769860800.000100", "a") + "]");

        assertThat(Reading.of(format, source).events())
                .isEqualTo(Reading.of(format, source).events())
                .extracting(ChatEvent::eventId)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"U1\",\"name\":\"ada\"}]",
                "{\"messages\":[{\"id\":1,\"date\":\"2026-01-31T00:00:00\",\"text\":\"a\"}]}",
                "{\"messages\":[{\"_id\":\"a\",\"ts\":\"2026-01-31T00:00:00Z\",\"msg\":\"a\",\"u\":{}}]}",
                "[12:00] <ada> hi"
            })
    void otherFilesAreNotRecognized(String text) {
        assertThat(format.recognizes(FileHead.of("a.json", text.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void anAnswerOfTheInterfaceIsNamedAfterItsFile() {
        String answer =
                "{\"ok\":true,\"messages\":[" + message("U1", "1769860800.000100", "hi") + "],\"has_more\":false}";

        Reading reading = Reading.of(format, MemorySource.file("/x/tea.json", answer));

        assertRecognized(answer);
        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z U1: hi");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("slack/tea");
    }

    private void assertRecognized(String text) {
        assertThat(format.recognizes(FileHead.of("a.json", text.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    private static String message(String user, String ts, String text) {
        return "{\"type\":\"message\",\"user\":\"" + user + "\",\"ts\":\"" + ts + "\",\"text\":\"" + text + "\"}";
    }

    private static String reply(String user, String ts, String root, String text) {
        return message(user, ts, text).replace("}", ",\"thread_ts\":\"" + root + "\"}");
    }
}
