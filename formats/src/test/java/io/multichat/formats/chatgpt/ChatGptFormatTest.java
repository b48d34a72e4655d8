package io.multichat.formats.chatgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatGptFormatTest {
    private static final String ROOT = "\"r\":{\"message\":null,\"children\":[\"q\"]}";
    private static final String QUESTION = node("q", "r", "user", "1700000000.25", text("tea?"));

    private final ChatGptFormat format = new ChatGptFormat();

    @Test
    void turnsAreReadInTheOrderOfTheTree() {
        Reading reading = read(node("a", "q", "assistant", "1700000001", text("yes", "please")), QUESTION, ROOT);

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.250Z user: tea?",
                        "2023-11-14T22:13:21.000Z assistant (assistant): yes\nplease");
        ChatEvent answer = reading.events().get(1);
        assertThat(answer.conversation().key()).isEqualTo("chatgpt/c1");
        assertThat(answer.messageId()).hasValue("a");
        assertThat(answer.content().replyTo()).hasValue("q");
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.assumptions()).isEmpty();
    }

    @Test
    void anAnswerThatWasRegeneratedIsMarked() {
        Reading reading = read(
                ROOT,
                QUESTION,
                node("a1", "q", "assistant", "1700000001", text("no")),
                node("a2", "q", "assistant", "1700000002", text("yes")));

        assertThat(reading.events()).hasSize(3);
        assertThat(attributes(reading.events().get(1))).isEqualTo("{\"chatgpt\":{\"shown\":false}}");
        assertThat(attributes(reading.events().get(2))).isEmpty();
        assertThat(reading.events().get(1).content().replyTo()).hasValue("q");
        assertThat(reading.events().get(2).content().replyTo()).hasValue("q");
    }

    @Test
    void theCurrentNodeSaysWhichBranchWasShown() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "/c.json",
                        "{\"id\":\"c1\",\"current_node\":\"a1\",\"mapping\":{"
                                + String.join(
                                        ",",
                                        QUESTION,
                                        node("a1", "q", "assistant", "1700000001", text("no")),
                                        node("a2", "q", "assistant", "1700000002", text("yes")))
                                + "}}"));

        assertThat(reading.events().stream().map(ChatGptFormatTest::attributes).toList())
                .isEqualTo(List.of("", "", "{\"chatgpt\":{\"shown\":false}}"));
    }

    @Test
    void whatTheUserDidNotSeeIsASystemLine() {
        Reading reading = read(
                ROOT,
                node("s", "r", "system", "null", text("")),
                node("q", "s", "user", "1700000000", text("weather?")),
                node("e", "q", "assistant", "1700000001", text("")),
                node("c", "e", "assistant", "1700000002", "{\"content_type\":\"code\",\"text\":\"search()\"}"),
                node("t", "c", "tool", "1700000003", "{\"content_type\":\"execution_output\",\"text\":\"sun\"}"));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z system (system): ",
                        "2023-11-14T22:13:20.000Z user: weather?",
                        "2023-11-14T22:13:21.000Z assistant (system): ",
                        "2023-11-14T22:13:22.000Z assistant (system): search()",
                        "2023-11-14T22:13:23.000Z tool (tool): sun");
        assertThat(reading.assumptions())
                .containsExactly("Turns without a time are given the time of the turn after them.");
        assertThat(attributes(reading.events().get(3))).isEqualTo("{\"chatgpt\":{\"content_type\":\"code\"}}");
    }

    @Test
    void imagesAreParts() {
        ChatEvent event = read(node(
                        "q",
                        "r",
                        "user",
                        "1",
                        "{\"content_type\":\"multimodal_text\",\"parts\":["
                                + "{\"content_type\":\"image_asset_pointer\",\"asset_pointer\":\"file:1\"},\"what is it?\"]}"))
                .events()
                .get(0);

        assertThat(event.content().text()).hasValue("what is it?");
        assertThat(event.content().parts().orElseThrow())
                .hasToString("[{\"type\":\"image_asset_pointer\",\"content_type\":\"image_asset_pointer\","
                        + "\"asset_pointer\":\"file:1\"}]");
    }

    @Test
    void faultyConversationsAreRefusedAndTheOthersAreRead() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "/conversations.json",
                        "[{\"id\":\"x\"},{\"mapping\":{}},7,{\"id\":\"c1\",\"mapping\":{"
                                + node("q", "r", "poet", "1", text("x")) + ","
                                + node("n", "r", "user", "null", text("x"))
                                + "," + node("z", "r", "user", "1700000000", text("hi")) + "}}]"));

        assertThat(reading.lines()).contains("2023-11-14T22:13:20.000Z user: hi");
        assertThat(reading.refusals())
                .containsExactly(
                        "conversation 1: no mapping",
                        "conversation 2: no conversation_id; give one with --channel",
                        "conversation 3: no mapping",
                        "conversation 4: unknown role: poet");
    }

    private Reading read(String... nodes) {
        return Reading.of(
                format,
                MemorySource.file(
                        "/conversations.json",
                        "[{\"title\":\"Tea\",\"id\":\"c1\",\"mapping\":{" + String.join(",", nodes) + "}}]"));
    }

    private static String attributes(ChatEvent event) {
        return event.content().attributes().map(Object::toString).orElse("");
    }

    private static String node(String id, String parent, String role, String time, String content) {
        return "\"" + id + "\":{\"parent\":\"" + parent + "\",\"message\":{\"id\":\"" + id
                + "\",\"author\":{\"role\":\"" + role + "\"},\"create_time\":" + time + ",\"content\":" + content
                + "}}";
    }

    private static String text(String... parts) {
        return "{\"content_type\":\"text\",\"parts\":[\"" + String.join("\",\"", parts) + "\"]}";
    }
}
