package io.multichat.sinks.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitSettingsTest {
    private static final DurationSetting ANY = new DurationSetting(Duration.ZERO, DurationSetting.UNLIMITED);
    private static final SizeSetting SIZE = new SizeSetting();

    @ParameterizedTest
    @CsvSource({
        "0s,PT0S",
        "500ms,PT0.5S",
        "30s,PT30S",
        "30m,PT30M",
        "24h,PT24H",
        "30d,P30D",
        "2592000000ms,P30D",
        "9223372036854775807ms,PT2562047788015H12M55.807S"
    })
    void durationsHaveAUnit(String text, Duration expected) {
        assertThat(ANY.parse("some.time", text)).isEqualTo(expected);
    }

    @Property
    void everyNumberOfMillisecondsIsADuration(@ForAll @LongRange(min = 0) long ms) {
        assertThat(ANY.parse("some.time", ms + "ms")).isEqualTo(Duration.ofMillis(ms));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "s",
                "-1s",
                "+1s",
                "1.5s",
                "1 s",
                "1S",
                "٣s",
                "1w",
                "9223372036854775808ms",
                "106751991168d",
                "99999999999999999999ms"
            })
    void anInvalidOrTooLongDurationIsRefusedWithTheRule(String text) {
        assertThatThrownBy(() -> ANY.ensureValid("some.time", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("some.time")
                .hasMessageContaining("500ms, 30s, 30m, 24h or 7d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9ms", "2001ms", "3s"})
    void durationsOutsideTheLimitsAreRefusedWithTheLimits(String text) {
        DurationSetting limited = new DurationSetting(Duration.ofMillis(10), Duration.ofSeconds(2));

        assertThatThrownBy(() -> limited.ensureValid("some.time", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("from 10ms to 2000ms");
    }

    @ParameterizedTest
    @CsvSource({"1B,1", "64KiB,65536", "16MiB,16777216", "2GiB,2147483648", "9223372036854775807B,9223372036854775807"})
    void sizesHaveAUnit(String text, long expected) {
        assertThat(SIZE.parse("some.size", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0B", "64", "64MB", "-1B", "8589934592GiB"})
    void anInvalidSizeIsRefusedWithTheRule(String text) {
        assertThatThrownBy(() -> SIZE.ensureValid("some.size", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("some.size")
                .hasMessageContaining("64KiB");
    }
}
