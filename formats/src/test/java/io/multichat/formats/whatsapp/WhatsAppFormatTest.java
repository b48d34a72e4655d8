package io.multichat.formats.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, notices and names of WhatsApp's exports. */
class WhatsAppFormatTest {
    private final WhatsAppFormat format = new WhatsAppFormat();

    @Test
    void aChatWhoseNameIsTooLongIsRefusedWithItsFile() {
        Reading reading = Reading.of(
                format,
                MemorySource.file("/x/WhatsApp Chat with " + "\u3042".repeat(60) + ".txt", "31/1/26, 12:00 - A: x"));

        assertThat(reading.events()).isEmpty();
        assertThat(reading.refusals()).hasSize(1).first().asString().contains("at most 512");
    }

    @Test
    void android() {
        Reading reading = read("""
                31/1/26, 23:55 - Messages and calls are end-to-end encrypted. Tap to learn more.
                31/1/26, 23:55 - Ada created group "Tea: green"
                31/1/26, 23:56 - Ada added Bob
                31/1/26, 23:56 - Ada added you
                31/1/26, 23:57 - Bob: several
                lines: of text

                and the last
                31/1/26, 23:57 - Bob:.
                31/1/26, 23:58 - ‪+49 171 1234‬: a : b
                31/1/26, 23:59 - Eve: <Media omitted>
                31/1/26, 23:59 - Bob left

                """);

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T23:55:00.000Z system (system): Messages and calls are end-to-end encrypted. Tap to learn"
                                + " more.",
                        "2026-01-31T23:55:00.000Z system (system): Ada created group \"Tea: green\"",
                        "participant.joined 2026-01-31T23:56:00.000Z Bob: Ada added Bob",
                        "2026-01-31T23:56:00.000Z system (system): Ada added you",
                        "2026-01-31T23:57:00.000Z Bob: several\nlines: of text\n\nand the last",
                        "2026-01-31T23:57:00.000Z Bob: .",
                        "2026-01-31T23:58:00.000Z +49 171 1234: a : b",
                        "2026-01-31T23:59:00.000Z Eve: <Media omitted>",
                        "participant.left 2026-01-31T23:59:00.000Z Bob: Bob left");
    }

    @Test
    void iPhone() {
        Reading reading = read("[2026-01-31, 12:00:01] Tea: \u200EMessages and calls are end-to-end encrypted.\r\n"
                + "\u200E[2026-01-31, 12:00:02] Ada: \u200E<attached: photo.jpg>\r\n"
                + "[2026-01-31, 12:00:03] Ada: \u200EMissed voice call\r\n"
                + "[2026-01-31, 12:00:04] Ada: Missed voice call\r\n"
                + "[2026-01-31, 12:00:05] ~ Bob: \u200EThis message was deleted.\r\n"
                + "[2026-01-31, 12:00:06] Bob: changed \u200E<This message was edited>\r\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:01.000Z system (system): Messages and calls are end-to-end encrypted.",
                        "2026-01-31T12:00:02.000Z Ada: <attached: photo.jpg>",
                        "2026-01-31T12:00:03.000Z system (system): Missed voice call",
                        "2026-01-31T12:00:04.000Z Ada: Missed voice call",
                        "2026-01-31T12:00:05.000Z ~ Bob: This message was deleted.",
                        "2026-01-31T12:00:06.000Z Bob: changed");
        assertThat(reading.events().get(1).content().parts().orElseThrow().toString())
                .isEqualTo("[{\"type\":\"attachment\",\"name\":\"photo.jpg\"}]");
        assertThat(reading.events().get(4).content().attributes().orElseThrow().toString())
                .isEqualTo("{\"whatsapp\":{\"deleted\":true}}");
        assertThat(reading.events().get(5).content().attributes().orElseThrow().toString())
                .isEqualTo("{\"whatsapp\":{\"edited\":true}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'13.1.2026, 5:07 - A: x'       | 2026-01-13T05:07:00.000Z",
                "'1/13/26, 5:07 PM - A: x'      | 2026-01-13T17:07:00.000Z",
                "'1/13/26, 12:07\u202Fam - A: x' | 2026-01-13T00:07:00.000Z",
                "'1/13/26, 00:07 a. m. - A: x'  | 2026-01-13T00:07:00.000Z",
                "'1/13/26, 12:07 p.\u00A0m. - A: x' | 2026-01-13T12:07:00.000Z",
                "'1/13/26, 5:07_PM - A: x'      | 2026-01-13T17:07:00.000Z",
                "'2026/01/13, 17:07. - A: x'    | 2026-01-13T17:07:00.000Z",
                "'[13-01-26 17:07:59] A: x'     | 2026-01-13T17:07:59.000Z",
                "'[13.01.26, 17:07:59] A: x'    | 2026-01-13T17:07:59.000Z",
                "'[1/13/26, 5:07:59 PM] A: x'   | 2026-01-13T17:07:59.000Z"
            })
    void eachPhoneWritesTimesInItsOwnWay(String line, String time) {
        Reading reading = read(line);

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines()).containsExactly(time + " A: x");
        assertThat(format.recognizes(FileHead.of("a.txt", line.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/x/WhatsApp Chat with Tea.txt, Tea",
        "/x/Chat de WhatsApp con Té.txt, Té",
        "/x/WhatsApp-Chat mit Tee.txt, Tee",
        "WhatsApp Chat - Tea/_chat.txt, Tea",
        "tea/_chat.txt, tea",
        "/x/tea.txt, tea"
    })
    void theChatIsNamedAfterItsFile(String path, String name) {
        Reading reading = Reading.of(format, MemorySource.file(path, "31/1/26, 12:00 - A: x"));

        assertThat(reading.events().get(0).conversation().key())
                .isEqualTo(Conversation.of("whatsapp", name).key());
        assertThat(reading.assumptions()).contains("Chats are named after their files; --channel says otherwise.");
    }

    @Test
    void theSameChatInAZipAndWithOtherLineEndsHasTheSameIds() {
        String chat = "31/1/26, 12:00 - A: x\n31/1/26, 12:00 - A: x\n31/1/26, 12:00 - B: y\nz\n";

        Reading text = Reading.of(format, MemorySource.file("/x/tea.txt", chat));
        Reading zip =
                Reading.of(format, MemorySource.folder(MemoryFile.of("tea/_chat.txt", chat.replace("\n", "\r\n"))));

        assertThat(text.events()).isEqualTo(zip.events());
        assertThat(text.events())
                .extracting(event -> event.messageId().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void faultyMessagesAreRefusedAndTheOthersAreRead() {
        Reading reading = read("continued\n31/1/26, 12:00 - A: x\n30/2/26, 12:00 - A: x\n31/1/26, 12:01 - A: "
                + "x".repeat(2 << 20) + "\nmore\n31/1/26, 12:02 - A: y\n");

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z A: x", "2026-01-31T12:02:00.000Z A: y");
        assertThat(reading.refusals()).hasSize(3);
        assertThat(reading.refusals().get(0)).isEqualTo("line 1: the line belongs to no message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dear diary\n31/1/26, 12:00 - A: x",
                "[2026-01-31, 12:00] A: the form of Signal",
                "[12:00] <ada> hi",
                "2026-01-31 12:00:00\tada\thi",
                "[2026-01-31 12:00:00] <ada> note: hi"
            })
    void otherTextIsNotRecognized(String text) {
        assertThat(format.recognizes(FileHead.of("a.txt", text.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    private Reading read(String chat) {
        return Reading.of(format, MemorySource.file("/x/tea.txt", chat));
    }
}
