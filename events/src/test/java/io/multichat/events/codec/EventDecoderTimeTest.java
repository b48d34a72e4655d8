package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventJson;
import io.multichat.events.EventType;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTimeTest {
    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00-00:00, 0",
        "1970-01-01T23:59:00+23:59, 0",
        "1969-12-31T00:01:00-23:59, 0",
        "9999-12-31T23:59:59.999Z, 253402300799999",
        "9999-12-31T23:59:59.9999999Z, 253402300799999",
        "2026-03-01t12:00:00z, 1772366400000",
        "2026-03-01T17:45:00+05:45, 1772366400000",
        "2026-03-01T12:00:00.1Z, 1772366400100",
        "2026-03-01T12:00:00.0019999Z, 1772366400001"
    })
    void aTimeIsReadAsUtcMilliseconds(String time, long millis) {
        assertThat(decoder.decode(EventJson.message()
                                .with("sentAt", '"' + time + '"')
                                .bytes())
                        .at())
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00+00:01",
                "9999-12-31T23:59:00-00:01",
                "0000-01-01T00:00:00Z"
            })
    void aTimeBefore1970OrAfter9999IsOutOfRange(String time) {
        assertThat(Rejections.of(EventJson.message().with("sentAt", '"' + time + '"')))
                .isEqualTo(RejectReason.TIME_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @EnumSource
    void theTimeFieldOfTheTypeIsChecked(EventType type) {
        String field = type.timeField().wireName();

        assertThat(Rejections.of(EventJson.of(type).with(field, "\"1969-07-20T20:17:40Z\"")))
                .isEqualTo(RejectReason.TIME_OUT_OF_RANGE);
        assertThat(Rejections.rejection(
                        EventJson.of(type).with(field, "\"yesterday\"").bytes()))
                .hasMessageStartingWith(field + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-12-31T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:00:00",
                "2026-03-01 12:00:00Z",
                "1772366400000",
                "",
                "+12026-03-01T12:00:00Z",
                "2026-03-01T12:00:00Z\\u0000"
            })
    void anInvalidTimeIsAnInvalidValue(String time) {
        assertThat(Rejections.of(EventJson.message().with("sentAt", '"' + time + '"')))
                .isEqualTo(RejectReason.INVALID_VALUE);
    }

    @Test
    void aHugeFractionIsTruncated() {
        EventJson json = EventJson.message().with("sentAt", "\"2026-03-01T12:00:00." + "9".repeat(100_000) + "Z\"");

        assertThat(decoder.decode(json.bytes()).at()).isEqualTo(1_772_366_400_999L);
    }
}
