package io.multichat.formats.msteams;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class TeamsFormatTest {
    private static final String ADA =
            "\"From\":{\"Application\":null,\"User\":{\"Id\":\"u1\",\"DisplayName\":\"Ada\"}}";

    private final TeamsFormat format = new TeamsFormat();

    @Test
    void htmlIsReadAsText() {
        ChatEvent event = read("["
                        + message("\"Body\":{\"ContentType\":\"html\",\"Content\":"
                                + "\"<p>tea &amp; <at id=\\\"0\\\">Bob</at></p><p>at 5<br/>or 6</p>\"},\"Subject\":\"\","
                                + ADA)
                        + "]")
                .events()
                .get(0);

        assertThat(event.content().text()).hasValue("tea & Bob\nat 5\nor 6");
        assertThat(event.conversation().key()).isEqualTo("msteams/19%3Aa");
        assertThat(event.messageId()).hasValue("1");
        assertThat(event.sender().orElseThrow().name()).hasValue("Ada");
    }

    @Test
    void editsDeletionsAndReactionsAreEventsAndBotsAreNotUsers() {
        Reading reading = read("["
                + message("\"Body\":{\"Content\":\"<systemEventMessage/>\",\"ContentType\":\"html\"},"
                                + "\"From\":null")
                        .replace("\"message\"", "\"unknownFutureValue\"")
                + ","
                + message("\"Body\":{\"Content\":\"x\"},\"From\":{\"Application\":{\"Id\":\"b1\"}},"
                        + "\"LastEditedDateTime\":\"2026-01-31T10:01:00Z\",\"DeletedDateTime\":\"2026-01-31T10:02:00Z\","
                        + "\"Reactions\":[{\"ReactionType\":\"like\",\"CreatedDateTime\":\"2026-01-31T10:00:30Z\","
                        + "\"User\":{\"User\":{\"Id\":\"u1\"}}}]")
                + "]");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T10:00:00.000Z system (system): ",
                        "2026-01-31T10:00:00.000Z b1 (bot): x",
                        "message.edited 2026-01-31T10:01:00.000Z b1 (bot): x",
                        "message.deleted 2026-01-31T10:02:00.000Z b1 (bot): ",
                        "reaction.added 2026-01-31T10:00:30.000Z u1: ");
    }

    @Test
    void anAnswerOfGraphIsReadToo() {
        Reading reading =
                read("{\"value\":[{\"id\":\"2\",\"replyToId\":\"1\",\"createdDateTime\":\"2026-01-31T10:00:00Z\","
                        + "\"messageType\":\"message\",\"body\":{\"contentType\":\"text\",\"content\":\"a < b\"},"
                        + "\"from\":{\"user\":{\"id\":\"u1\"}},\"channelIdentity\":{\"channelId\":\"c\"}}]}");

        assertThat(reading.lines()).containsExactly("2026-01-31T10:00:00.000Z u1: a < b");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("msteams/c/1");
    }

    @Test
    void faultyMessagesAreRefusedAndTheOthersAreRead() {
        Reading reading = read("[{\"MessageType\":\"message\"},{\"CreatedDateTime\":\"2026-01-31T10:00:00Z\"},"
                + message("\"Body\":{\"Content\":\"x\"}," + ADA) + "]");

        assertThat(reading.lines()).containsExactly("2026-01-31T10:00:00.000Z u1: x");
        assertThat(reading.refusals())
                .containsExactly(
                        "message 1: no createdDateTime",
                        "message 2: neither chatId nor channelId; give one with --channel");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/messages.json", text));
    }

    private static String message(String fields) {
        return "{\"Id\":\"1\",\"CreatedDateTime\":\"2026-01-31T11:00:00.000+01:00\",\"MessageType\":\"message\","
                + "\"ChatId\":\"19:a\",\"Summary\":null," + fields + "}";
    }
}
