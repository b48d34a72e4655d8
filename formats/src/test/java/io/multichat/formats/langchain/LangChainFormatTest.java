package io.multichat.formats.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import io.multichat.formats.testing.Started;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LangChainFormatTest {
    private final LangChainFormat format = new LangChainFormat();

    @Test
    void bothShapesAreRead() {
        Reading reading = read("[{\"type\":\"system\",\"content\":\"be kind\"},"
                + "{\"type\":\"human\",\"data\":{\"content\":\"sum?\",\"id\":\"h1\",\"name\":\"Ada\",\"type\":\"human\"}},"
                + "{\"type\":\"ai\",\"data\":{\"content\":\"\",\"tool_calls\":[{\"name\":\"add\"}],\"usage\":{\"n\":3}}},"
                + "{\"type\":\"tool\",\"content\":\"4\"}]");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z system (system): be kind",
                        "2026-01-01T00:00:01.000Z human: sum?",
                        "2026-01-01T00:00:02.000Z ai (assistant): ",
                        "2026-01-01T00:00:03.000Z tool (tool): 4");
        assertThat(reading.events().get(1).messageId()).hasValue("h1");
        assertThat(reading.events().get(1).sender().orElseThrow().name()).hasValue("Ada");
        assertThat(reading.events().get(2).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"tool_call\",\"name\":\"add\"}]");
        assertThat(reading.events().get(2).content().attributes().orElseThrow())
                .hasToString("{\"langchain\":{\"usage\":{\"n\":3}}}");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("langchain/history");
    }

    @Test
    void faultyTurnsAreRefusedAndTheOthersAreRead() {
        Reading reading = read(
                "[{\"content\":\"x\"},{\"type\":\"poet\",\"content\":\"x\"},{\"type\":\"human\",\"content\":\"x\"}]");

        assertThat(reading.lines()).containsExactly("2026-01-01T00:00:02.000Z human: x");
        assertThat(reading.refusals()).containsExactly("turn 1: no type", "turn 2: unknown role: poet");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/history.json", text), Started.every(Duration.ofSeconds(1)));
    }
}
