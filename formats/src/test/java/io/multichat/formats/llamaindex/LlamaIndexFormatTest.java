package io.multichat.formats.llamaindex;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import io.multichat.formats.testing.Started;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LlamaIndexFormatTest {
    @Test
    void eachKeyOfTheStoreIsAConversation() {
        Reading reading = Reading.of(
                new LlamaIndexFormat(),
                MemorySource.file(
                        "",
                        "{\"store\":{\"ada\":[{\"role\":\"user\",\"content\":\"hi\",\"additional_kwargs\":{}}],"
                                + "\"bob\":[{\"content\":\"x\"},{\"role\":\"assistant\",\"blocks\":"
                                + "[{\"block_type\":\"text\",\"text\":\"ho\"},{\"block_type\":\"image\",\"url\":\"u\"}]}]},"
                                + "\"class_name\":\"SimpleChatStore\"}"),
                Started.every(Duration.ofSeconds(1)));

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-01T00:00:00.000Z user: hi", "2026-01-01T00:00:01.000Z assistant (assistant): ho");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("llamaindex/ada", "llamaindex/bob");
        assertThat(reading.events().get(1).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"image\",\"block_type\":\"image\",\"url\":\"u\"}]");
        assertThat(reading.refusals()).containsExactly("store 1: no role");
    }
}
