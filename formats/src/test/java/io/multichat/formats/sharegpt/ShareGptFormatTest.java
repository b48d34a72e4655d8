package io.multichat.formats.sharegpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import io.multichat.formats.testing.Started;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShareGptFormatTest {
    private static final String TURNS = "[{\"from\":\"human\",\"value\":\"hi\"},{\"from\":\"gpt\",\"value\":\"ho\"}]";

    private final ShareGptFormat format = new ShareGptFormat();

    @Test
    void chatsAreThreadsThatAreNamedAfterTheirIdOrNumber() {
        Reading reading = read("[{\"id\":\"x\",\"conversations\":" + TURNS + "},{\"conversations\":" + TURNS + "}]");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z human: hi",
                        "2026-01-01T00:00:01.000Z gpt (assistant): ho",
                        "2026-01-01T00:00:00.000Z human: hi",
                        "2026-01-01T00:00:01.000Z gpt (assistant): ho");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("sharegpt/chats/x", "sharegpt/chats/x", "sharegpt/chats/2", "sharegpt/chats/2");
    }

    @Test
    void linesAreReadToo() {
        Reading reading = read("{\"conversations\":" + TURNS + "}\nbroken\n{\"conversations\":" + TURNS + "}\n");

        assertThat(reading.events()).hasSize(4);
        assertThat(reading.refusals()).hasSize(1).allMatch(text -> text.startsWith("line 2: not valid JSON"));
    }

    @Test
    void faultyChatsAreRefusedAndTheOthersAreRead() {
        Reading reading = read("[{\"id\":\"x\"},{\"conversations\":[{\"value\":\"x\"},{\"from\":\"gpt\"},"
                + "{\"from\":\"poet\",\"value\":\"x\"},{\"from\":\"system\",\"value\":\"be kind\"}]}]");

        assertThat(reading.lines()).containsExactly("2026-01-01T00:00:03.000Z system (system): be kind");
        assertThat(reading.refusals())
                .containsExactly(
                        "conversation 1: no conversations",
                        "conversation 2: no from",
                        "conversation 2: no value",
                        "conversation 2: unknown role: poet");
    }

    @Test
    void turnsMayHaveRoleAndContent() {
        String chat = "{\"conversations\":[{\"role\":\"user\",\"content\":\"hi\"},"
                + "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"ho\"}]},"
                + "{\"role\":\"user\",\"value\":\"bye\"}]}";

        assertThat(read(chat).lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z user: hi",
                        "2026-01-01T00:00:01.000Z assistant (assistant): ho",
                        "2026-01-01T00:00:02.000Z user: bye");
        assertThat(format.recognizes(FileHead.of("a.jsonl", chat.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @Test
    void theSystemPromptOfAChatPrecedesItsTurns() {
        assertThat(read("{\"system\":\"be kind\",\"conversations\":" + TURNS + "}")
                        .lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z system (system): be kind",
                        "2026-01-01T00:00:00.000Z human: hi",
                        "2026-01-01T00:00:01.000Z gpt (assistant): ho");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/chats.json", text), Started.every(Duration.ofSeconds(1)));
    }
}
