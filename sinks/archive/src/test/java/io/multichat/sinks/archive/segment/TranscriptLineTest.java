package io.multichat.sinks.archive.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptLineTest {
    private static final String LINE =
            "{\"conversation\":\"irc/a\",\"kind\":\"message.created\",\"sentAt\":5,\"order\":5,"
                    + "\"partition\":5,\"offset\":5,\"event\":{}}";

    @Test
    void theEnvelopeIsDecoded() {
        TranscriptLine line = TranscriptLine.decode(LINE.getBytes(StandardCharsets.UTF_8));

        assertThat(line.partition()).isEqualTo(5);
        assertThat(line.offset()).isEqualTo(5);
        assertThat(line.placement().sentAt()).isEqualTo(5);
        assertThat(line.placement().order()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentAt", "order", "partition", "offset"})
    void aNumberInTheDigitsOfAnotherScriptIsRefused(String field) {
        String line = LINE.replace("\"" + field + "\":5", "\"" + field + "\":\"٥\"");

        assertThatThrownBy(() -> TranscriptLine.decode(line.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 9");
    }
}
