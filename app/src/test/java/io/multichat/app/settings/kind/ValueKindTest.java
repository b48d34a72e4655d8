package io.multichat.app.settings.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.text.Durations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueKindTest {
    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30m,PT30M", "24h,PT24H", "7d,PT168H", "0ms,PT0S"})
    void durationsAreWrittenWithOneUnit(String text, Duration expected) {
        assertThat(DurationKind.ANY.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-1s", "1.5s", "1 s", "5M", "1w", "999999999999d", "٣s"})
    void anInvalidDurationIsRefused(String text) {
        assertThatThrownBy(() -> DurationKind.ANY.parse(text))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "1500ms", "90s", "30m", "24h", "7d"})
    void aFormattedDurationCanBeParsed(String text) {
        Duration duration = DurationKind.ANY.parse(text);

        assertThat(DurationKind.ANY.parse(Durations.format(duration))).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"1024B,1024", "64KiB,65536", "16MiB,16777216"})
    void sizesAreWrittenInBinaryUnits(String text, int expected) {
        assertThat(new SizeKind(1, 16 << 20).parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "64KB", "17MiB", "9999999999MiB", "-1B", "٣KiB"})
    void anInvalidSizeIsRefused(String text) {
        assertThatThrownBy(() -> new SizeKind(1, 16 << 20).parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,,b", "a,a", "a b", "..", "chat-transcript", "a,chat-sessions"})
    void aListOfInputTopicsHasNeitherDuplicatesNorOutputTopics(String text) {
        assertThatThrownBy(() -> new TopicListKind().parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListOfInputTopicsMayContainBlanks() {
        assertThat(new TopicListKind().parse("slack, irc")).containsExactly("slack", "irc");
    }

    @Test
    void retentionMayBeForever() {
        assertThat(new DurationOrForeverKind().parse("forever").bound()).isEmpty();
        assertThat(new DurationOrForeverKind().parse("2d").text()).isEqualTo("2d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "101", "x", "", "٣"})
    void anInvalidReplicationFactorIsRefused(String text) {
        assertThatThrownBy(() -> new ReplicationKind().parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
