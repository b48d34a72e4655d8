package io.multichat.events.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.AnyEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @Property
    void aTimeIsReadAsTheJavaPlatformReadsIt(@ForAll("times") OffsetDateTime time) {
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        String withSeconds = text.length() > 16 && text.charAt(16) == ':'
                ? text
                : text.substring(0, 16) + ":00" + text.substring(16);

        assertThat(Rfc3339.parse(withSeconds)).isEqualTo(time.toInstant().toEpochMilli());
    }

    @Property
    void aTimeIsWrittenAsTheJavaPlatformReadsIt(@ForAll("millis") long millis) {
        String text = Rfc3339.format(millis);

        assertThat(text).hasSize("2026-03-01T12:00:00.000Z".length());
        assertThat(Instant.parse(text).toEpochMilli()).isEqualTo(millis);
        assertThat(Rfc3339.parse(text)).isEqualTo(millis);
    }

    @Property
    void textsSortLikeTimes(@ForAll("millis") long one, @ForAll("millis") long other) {
        assertThat(Integer.signum(Rfc3339.format(one).compareTo(Rfc3339.format(other))))
                .isEqualTo(Long.compare(one, other));
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31T23:59:59.5Z, -500",
        "0000-01-01T00:00:00Z, -62167219200000",
        "2000-02-29T00:00:00.123456789012345678901234567890Z, 951782400123",
        "2026-03-01T12:00:00+23:59, 1772280060000"
    })
    void unusualTimesAreValid(String text, long millis) {
        assertThat(Rfc3339.parse(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01T12:00Z",
                "2026-03-01T12:00:00",
                "2026-03-01T12:00:00.",
                "2026-03-01T12:00:00.Z",
                "2026-03-01T12:00:00,5Z",
                "2026-03-01T12:00:00.5",
                "2026-03-01T12:00:00ZZ",
                "2026-03-01T12:00:00+1:00",
                "2026-03-01T12:00:00+0100",
                "2026-03-01T12:00:00+24:00",
                "2026-03-01T12:00:00+01:60",
                "2026-03-01T12:00:00+/1:00",
                "2026-03-01T12:00:00+01:0:",
                "2026-03-01T12:00:00 +01:00",
                "2026-03-01T12:00:00\u221201:00",
                "2026-03-01 12:00:00Z",
                "2026-3-01T12:00:00Z",
                "2026-00-01T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-00T12:00:00Z",
                "2026-04-31T12:00:00Z",
                "2100-02-29T12:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-06-30T23:59:60Z",
                "-026-03-01T12:00:00Z",
                "２026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.٣Z",
                "2026-03-01T12:00:00+٠1:00"
            })
    void anInvalidTimeIsRefused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Provide
    Arbitrary<Long> millis() {
        return AnyEvent.times();
    }

    @Provide
    Arbitrary<OffsetDateTime> times() {
        Arbitrary<ZoneOffset> offsets = Arbitraries.integers()
                .between(-18 * 60, 18 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
        Arbitrary<Integer> nanos = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(AnyEvent.times(), nanos, offsets)
                .as((millis, nano, offset) -> Instant.ofEpochMilli(millis)
                        .atOffset(ZoneOffset.UTC)
                        .withNano(nano)
                        .withOffsetSameLocal(offset));
    }
}
