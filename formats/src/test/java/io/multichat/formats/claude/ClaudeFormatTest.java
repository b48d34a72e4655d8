package io.multichat.formats.claude;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class ClaudeFormatTest {
    private final ClaudeFormat format = new ClaudeFormat();

    @Test
    void textIsTakenFromTheContentOrElseFromTheOldField() {
        Reading reading = read("["
                + conversation(message("m1", "human", "\"text\":\"\",\"content\":[" + text("tea?") + "]")
                        + "," + message("m2", "assistant", "\"text\":\"yes\",\"content\":null")
                        + "," + message("m3", "human", "\"text\":\"how?\",\"content\":\"broken\""))
                + "]");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T10:00:00.123Z human: tea?",
                        "2026-01-31T10:00:00.123Z assistant (assistant): yes",
                        "2026-01-31T10:00:00.123Z human: how?");
        assertThat(reading.events())
                .extracting(event -> event.order().orElseThrow())
                .containsExactly(0L, 1L, 2L);
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("claude/c1");
        assertThat(reading.refusals()).isEmpty();
    }

    @Test
    void thoughtsToolsAndFilesAreParts() {
        ChatEvent event = read(conversation(
                        message(
                                "m1",
                                "assistant",
                                "\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\"}," + text("a") + ","
                                        + text("b")
                                        + ",{\"type\":\"tool_use\",\"name\":\"kettle\"}],\"files\":[{\"file_name\":\"cup.png\"}]")))
                .events()
                .get(0);

        assertThat(event.content().text()).hasValue("a\nb");
        assertThat(event.content().parts().orElseThrow())
                .hasToString(
                        "[{\"type\":\"thinking\",\"thinking\":\"hm\"},{\"type\":\"tool_call\",\"name\":\"kettle\"},"
                                + "{\"type\":\"attachment\",\"file_name\":\"cup.png\"}]");
    }

    @Test
    void aBranchThatWasLeftIsMarked() {
        Reading reading = read("{\"uuid\":\"c1\",\"current_leaf_message_uuid\":\"a2\",\"chat_messages\":["
                + message("q", "human", "\"parent_message_uuid\":\"0\"") + ","
                + message("a1", "assistant", "\"parent_message_uuid\":\"q\"") + ","
                + message("a2", "assistant", "\"parent_message_uuid\":\"q\"") + "]}");

        assertThat(reading.events())
                .extracting(event ->
                        event.content().attributes().map(Object::toString).orElse(""))
                .containsExactly("", "{\"claude\":{\"shown\":false}}", "");
        assertThat(reading.events())
                .extracting(event -> event.content().replyTo().orElse(""))
                .containsExactly("", "q", "q");
    }

    @Test
    void faultyRecordsAreRefusedAndTheOthersAreRead() {
        Reading reading = read("[{\"uuid\":\"c0\"},{\"chat_messages\":[]},"
                + conversation("{\"uuid\":\"m1\",\"created_at\":\"2026-01-31T10:00:00Z\"},"
                        + "{\"uuid\":\"m2\",\"sender\":\"human\"},{\"uuid\":\"m3\",\"sender\":\"human\",\"created_at\":\"soon\"},"
                        + message("m4", "human", "\"text\":\"hi\""))
                + "]");

        assertThat(reading.lines()).containsExactly("2026-01-31T10:00:00.123Z human: hi");
        assertThat(reading.refusals())
                .hasSize(5)
                .contains(
                        "conversation 1: no chat_messages",
                        "conversation 2: no uuid",
                        "conversation 3: no sender of message m1",
                        "conversation 3: no created_at of message m2");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/conversations.json", text));
    }

    private static String conversation(String messages) {
        return "{\"uuid\":\"c1\",\"name\":\"Tea\",\"chat_messages\":[" + messages + "]}";
    }

    private static String message(String id, String sender, String fields) {
        return "{\"uuid\":\"" + id + "\",\"sender\":\"" + sender
                + "\",\"created_at\":\"2026-01-31T11:00:00.123456+01:00\"," + fields + "}";
    }

    private static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }
}
