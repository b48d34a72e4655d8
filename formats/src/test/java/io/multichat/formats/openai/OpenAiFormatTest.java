package io.multichat.formats.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import io.multichat.formats.testing.Started;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenAiFormatTest {
    private static final String HI = "{\"role\":\"user\",\"content\":\"hi\"}";

    private final OpenAiFormat format = new OpenAiFormat();

    @Test
    void eachLineOfAFineTuningFileIsAThreadThatBeginsAtTheStart() {
        Reading reading = read("{\"messages\":[{\"role\":\"system\",\"content\":\"be kind\"}," + HI + "]}\n"
                + "{\"messages\":[" + HI + ",{\"role\":\"assistant\",\"content\":\"ho\"}]}\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z system (system): be kind",
                        "2026-01-01T00:01:00.000Z user: hi",
                        "2026-01-01T00:00:00.000Z user: hi",
                        "2026-01-01T00:01:00.000Z assistant (assistant): ho");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("openai/tune/1", "openai/tune/1", "openai/tune/2", "openai/tune/2");
    }

    @Test
    void aListOfTurnsIsOneConversation() {
        Reading reading = read("[" + HI + "," + HI + "]");

        assertThat(reading.events())
                .allSatisfy(event -> assertThat(event.conversation().key()).isEqualTo("openai/tune"));
        assertThat(reading.events())
                .extracting(event -> event.messageId().orElseThrow())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void itemsOfTheResponsesInterfaceAreTurns() {
        Reading reading = read(
                "{\n\"model\":\"m\",\n\"input\":["
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"sum?\"},"
                        + "{\"type\":\"input_image\",\"image_url\":\"x\"}]},"
                        + "{\"type\":\"function_call\",\"name\":\"add\",\"arguments\":\"{}\"},"
                        + "{\"type\":\"function_call_output\",\"output\":\"4\"},"
                        + "{\"id\":\"msg_1\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"four\"}]}]}");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z user: sum?",
                        "2026-01-01T00:01:00.000Z tool (tool): ",
                        "2026-01-01T00:02:00.000Z tool (tool): 4",
                        "2026-01-01T00:03:00.000Z assistant (assistant): four");
        assertThat(reading.events().get(0).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"input_image\",\"image_url\":\"x\"}]");
        assertThat(reading.events().get(1).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"tool_call\",\"name\":\"add\",\"arguments\":\"{}\"}]");
        assertThat(reading.events().get(3).messageId()).hasValue("msg_1");
    }

    @Test
    void toolCallsAreParts() {
        Reading reading = read("[{\"role\":\"assistant\",\"content\":null,\"weight\":0,\"tool_calls\":"
                + "[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"add\"}}]}]");

        assertThat(reading.events().get(0).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"tool_call\",\"id\":\"c\",\"function\":{\"name\":\"add\"}}]");
        assertThat(reading.events().get(0).content().attributes().orElseThrow())
                .hasToString("{\"openai\":{\"weight\":0}}");
    }

    @Test
    void withoutAStartTheFileIsRefused() {
        Reading reading = Reading.of(format, MemorySource.file("/tune.jsonl", "[" + HI + "]"));

        assertThat(reading.events()).isEmpty();
        assertThat(reading.refusals())
                .containsExactly("tune.jsonl: the turns have no times; give the time of the first one with --start");
    }

    @Test
    void faultyLinesAndTurnsAreRefusedAndTheOthersKeepTheirTimes() {
        Reading reading = read("{\"messages\":[{\"content\":\"x\"},{\"role\":\"poet\"},7," + HI + "]}\n"
                + "{\"messages\":\n" + "{\"prompt\":\"x\"}\n" + "{\"messages\":[" + HI + "]}\n");

        assertThat(reading.lines())
                .containsExactly("2026-01-01T00:03:00.000Z user: hi", "2026-01-01T00:00:00.000Z user: hi");
        assertThat(reading.refusals())
                .hasSize(5)
                .startsWith("line 1: no role", "line 1: unknown role: poet", "line 1: no role")
                .endsWith("line 3: no messages");
    }

    @Test
    void linesOfTurnsAreOneChat() {
        Reading reading = read(HI + "\n{\"role\":\"assistant\",\"content\":\"ho\"}\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z user: hi", "2026-01-01T00:01:00.000Z assistant (assistant): ho");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsOnly("openai/tune");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/tune.jsonl", text), Started.every(Duration.ofMinutes(1)));
    }
}
