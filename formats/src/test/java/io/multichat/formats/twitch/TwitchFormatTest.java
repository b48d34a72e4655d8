package io.multichat.formats.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwitchFormatTest {
    private static final String ADA = "\"commenter\":{\"_id\":\"7\",\"name\":\"ada\",\"display_name\":\"Ada\"}";

    private final TwitchFormat format = new TwitchFormat();

    @Test
    void commentsOfAReplayAreMessages() {
        Reading reading = read(
                "{\"streamer\":{\"name\":\"Kettle\",\"id\":42},"
                        + "\"video\":{\"created_at\":\"2026-01-31T20:00:00Z\"},\"comments\":["
                        + "{\"_id\":\"c1\",\"created_at\":\"2026-01-31T20:00:05.5Z\",\"content_offset_seconds\":5,"
                        + ADA + ",\"message\":{\"body\":\"hi\",\"is_action\":true,\"fragments\":[{\"text\":\"hi\"}]}},"
                        + "{\"_id\":\"c2\",\"content_offset_seconds\":7.25,\"commenter\":null,"
                        + "\"message\":{\"fragments\":[{\"text\":\"a\"},{\"text\":\"b\"}]}}],\"embeddedData\":{\"x\":[\"AAAA\"]}}");

        assertThat(reading.lines())
                .containsExactly("2026-01-31T20:00:05.500Z 7: hi", "2026-01-31T20:00:07.250Z unknown: ab");
        ChatEvent first = reading.events().get(0);
        assertThat(first.conversation().key()).isEqualTo("twitch/42");
        assertThat(first.messageId()).hasValue("c1");
        assertThat(first.sender().orElseThrow().name()).hasValue("Ada");
        assertThat(first.content().attributes().orElseThrow())
                .hasToString("{\"twitch\":{\"content_offset_seconds\":5,\"is_action\":true}}");
        assertThat(reading.assumptions())
                .containsExactly("Comments of deleted accounts, which are not named, are by \"unknown\".");
    }

    @ParameterizedTest
    @CsvSource({"highlighted-message, ''", "announcement, ''", "sub, ' (system)'", "raid, ' (system)'"})
    void noticesAreSystemLines(String notice, String role) {
        Reading reading = read("{" + ADA + ",\"_id\":\"c1\",\"channel_id\":\"42\",\"content_offset_seconds\":1,"
                + "\"created_at\":\"2026-01-31T20:00:00Z\",\"message\":{\"body\":\"x\","
                + "\"user_notice_params\":{\"msg-id\":\"" + notice + "\"}}}");

        assertThat(reading.lines()).containsExactly("2026-01-31T20:00:00.000Z 7" + role + ": x");
    }

    @Test
    void faultyCommentsAreRefusedAndTheOthersAreRead() {
        Reading reading = read("{\"comments\":[{\"commenter\":{},\"message\":{}},"
                + "{\"channel_id\":\"1\"},{\"channel_id\":\"1\",\"message\":{\"body\":\"x\"}},"
                + "{\"channel_id\":\"1\",\"message\":{},\"created_at\":\"soon\"},"
                + "{\"channel_id\":\"1\",\"created_at\":\"2026-01-31T20:00:00Z\"," + ADA
                + ",\"message\":{\"body\":\"x\"}}]}");

        assertThat(reading.lines()).containsExactly("2026-01-31T20:00:00.000Z 7: x");
        assertThat(reading.refusals())
                .hasSize(4)
                .contains(
                        "comment 1: no channel_id; give the channel with --channel",
                        "comment 2: no message",
                        "comment 3: no created_at");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/replay.json", text));
    }
}
