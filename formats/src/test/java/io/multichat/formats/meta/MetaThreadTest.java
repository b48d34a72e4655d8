package io.multichat.formats.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaThreadTest {
    private final MessengerFormat format = new MessengerFormat();

    @Test
    void textsAndNamesAreRepaired() {
        Reading reading = read("{\"sender_name\":\"Zo\\u00c3\\u00ab\",\"timestamp_ms\":1700000000000,"
                + "\"content\":\"th\\u00c3\\u00a9 \\u00e2\\u0098\\u0095\"},"
                + "{\"sender_name\":\"Zo\u00eb\",\"timestamp_ms\":1700000001000,\"content\":\"5 \\u00c3 6 \\u00b0\"}");

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z Zo\u00eb: th\u00e9 \u2615",
                        "2023-11-14T22:13:21.000Z Zo\u00eb: 5 \u00c3 6 \u00b0");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("messenger/ada_1");
    }

    @Test
    void mediaAreAttachments() {
        ChatEvent event = read("{\"sender_name\":\"Ada\",\"timestamp_ms\":1,\"ip\":\"1.2.3.4\","
                        + "\"photos\":[{\"uri\":\"a.jpg\"}],\"sticker\":{\"uri\":\"b.png\"}}")
                .events()
                .get(0);

        assertThat(event.content().text()).hasValue("");
        assertThat(event.content().parts().orElseThrow())
                .hasToString("[{\"type\":\"attachment\",\"kind\":\"photos\",\"uri\":\"a.jpg\"},"
                        + "{\"type\":\"attachment\",\"kind\":\"sticker\",\"uri\":\"b.png\"}]");
        assertThat(event.content().attributes().orElseThrow()).hasToString("{\"messenger\":{\"ip\":\"1.2.3.4\"}}");
    }

    @Test
    void reactionsAreEventsOfTheirMessage() {
        Reading reading = read("{\"sender_name\":\"Ada\",\"timestamp_ms\":1700000000000,\"content\":\"hi\","
                + "\"reactions\":[{\"reaction\":\"\\u00e2\\u0098\\u0095\",\"actor\":\"Bob\"},"
                + "{\"reaction\":\"+\",\"actor\":\"Cy\",\"timestamp\":1700000060},{\"actor\":\"Cy\"}]}");

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z Ada: hi",
                        "reaction.added 2023-11-14T22:13:20.000Z Bob: ",
                        "reaction.added 2023-11-14T22:14:20.000Z Cy: ");
        assertThat(reading.events().get(1).content().emoji()).hasValue("\u2615");
        assertThat(reading.events().get(1).messageId())
                .isEqualTo(reading.events().get(0).messageId());
        assertThat(reading.assumptions())
                .containsExactly("Reactions without a time are given the time of their message.");
        assertThat(reading.refusals()).containsExactly("message 1: no reaction");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"content\":\"Ada joined the group.\"|participant.joined 1970-01-01T00:00:00.007Z Ada: Ada joined the group.",
                "\"content\":\"Ada added Bob to the group.\",\"users\":[{\"name\":\"Bob\"}]"
                        + "|participant.joined 1970-01-01T00:00:00.007Z Bob: Ada added Bob to the group.",
                "\"content\":\"Ada left the group.\",\"type\":\"Unsubscribe\""
                        + "|participant.left 1970-01-01T00:00:00.007Z Ada: Ada left the group.",
                "\"content\":\"Ada's poll has multiple updates.\""
                        + "|1970-01-01T00:00:00.007Z Ada (system): Ada's poll has multiple updates.",
                "\"content\":\"Call\",\"call_duration\":9|1970-01-01T00:00:00.007Z Ada (system): Call",
                "\"content\":\"Bob joined the group.\"|1970-01-01T00:00:00.007Z Ada: Bob joined the group.",
            })
    void noticesAreNotMessages(String fields, String line) {
        assertThat(read("{\"sender_name\":\"Ada\",\"timestamp_ms\":7," + fields + "}")
                        .lines())
                .containsExactly(line);
    }

    @Test
    void faultyMessagesAreRefusedAndTheOthersAreRead() {
        Reading reading =
                read("{\"timestamp_ms\":1},{\"sender_name\":\"Ada\"},7,{\"sender_name\":\"\",\"timestamp_ms\":1}");

        assertThat(reading.refusals())
                .containsExactlyInAnyOrder(
                        "message 1: no sender_name", "message 2: no timestamp_ms", "message 3: no timestamp_ms");
        assertThat(reading.lines()).containsExactly("1970-01-01T00:00:00.001Z unknown: ");
    }

    @Test
    void aDamagedFileDoesNotKeepTheOthersFromBeingRead() {
        Reading reading = Reading.of(
                format,
                MemorySource.folder(
                        MemoryFile.of("inbox/a/message_1.json", "{no"),
                        MemoryFile.of(
                                "inbox/b/message_1.json", thread("{\"sender_name\":\"Ada\",\"timestamp_ms\":1}"))));

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.refusals()).hasSize(1).allMatch(text -> text.startsWith("inbox/a/message_1.json: "));
    }

    @Test
    void aTruncatedFileIsReadUpToItsEndAndNamedAfterItsFolder() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "/inbox/ada_1/message_1.json",
                        "{\"messages\":[{\"sender_name\":\"Ada\",\"timestamp_ms\":1,\"content\":\"hi\"},{\"sen"));

        assertThat(reading.lines()).containsExactly("1970-01-01T00:00:00.001Z Ada: hi");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("ada_1");
        assertThat(reading.refusals()).hasSize(1);
    }

    @Test
    void aThreadWithoutAPathIsNamedAfterItsFile() {
        Reading reading = Reading.of(
                format,
                MemorySource.file("/chats/Tea.json", "{\"messages\":[{\"sender_name\":\"Ada\",\"timestamp_ms\":1}]}"));

        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("Tea");
    }

    private Reading read(String messages) {
        return Reading.of(format, MemorySource.file("/message_1.json", thread(messages)));
    }

    private static String thread(String messages) {
        return "\uFEFF{\"messages\":[" + messages + "],\"title\":\"Ada\",\"thread_path\":\"inbox/ada_1\"}";
    }
}
