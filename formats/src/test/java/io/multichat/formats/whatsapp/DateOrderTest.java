package io.multichat.formats.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.DateOrder;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of day, month and year follows from all dates of a file. */
class DateOrderTest {
    @ParameterizedTest
    @CsvSource({
        "1/2/26 3/2/26 13/2/26, 2026-02-01",
        "1/2/26 3/2/26 2/13/26, 2026-01-02",
        "10.2.26 10.21.26, 2026-10-02",
        "15-01-20 15-02-20 11-05-20, 2020-01-15",
        "2026/02/01 13/2/26, 2026-02-01"
    })
    void oneDateDecidesForAll(String dates, String first) {
        Reading reading = read(dates, Optional.empty());

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines().get(0)).startsWith(first);
        assertThat(reading.assumptions()).noneMatch(sentence -> sentence.startsWith("Dates"));
    }

    @ParameterizedTest
    @CsvSource({
        "1/2/26 1/3/26 2/1/26, 2026-01-02, month",
        "20-01-30 20-02-01 20-02-02, 2020-01-30, year",
        "1/2/26, 2026-02-01, day"
    })
    void ifSeveralArePossibleTimeRunsForwardAndTheAssumptionIsSaid(String dates, String first, String word) {
        Reading reading = read(dates, Optional.empty());

        assertThat(reading.lines().get(0)).startsWith(first);
        assertThat(reading.assumptions()).anyMatch(sentence -> sentence.startsWith("Dates are read as " + word));
    }

    @Test
    void theFlagDecides() {
        Reading reading = read("1/2/26 13/2/26", Optional.of(DateOrder.MDY));

        assertThat(reading.lines()).hasSize(1).first().asString().startsWith("2026-01-02");
        assertThat(reading.refusals()).hasSize(1).first().asString().startsWith("line 2: ");
        assertThat(reading.assumptions()).noneMatch(sentence -> sentence.startsWith("Dates"));
    }

    private static Reading read(String dates, Optional<DateOrder> order) {
        String chat = Stream.of(dates.split(" "))
                .map(date -> date + ", 12:00 - A: x\n")
                .collect(Collectors.joining());
        ReadOptions options = new ReadOptions(
                Optional.empty(),
                order,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1_000,
                Map.of());
        return Reading.of(new WhatsAppFormat(), MemorySource.file("/x/tea.txt", chat), options);
    }
}
