package io.multichat.formats.line;

import io.multichat.events.text.WholeNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line above the messages of a day: {@code 2026/1/31(土)}, {@code 2026.01.31 Saturday} or {@code Sat, 1/31/2026}. */
final class LineDay {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?: ?[(（][^)）]{1,5}[)）]| \\p{L}{1,9})");

    private static final Pattern MONTH_FIRST = Pattern.compile("[A-Z][a-z]{2}, (\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private LineDay() {}

    /** The date; empty if the line is another one. */
    static Optional<LocalDate> of(String line) {
        Matcher day = YEAR_FIRST.matcher(line.strip());
        if (day.matches()) {
            return date(day.group(1), day.group(2), day.group(3));
        }
        Matcher american = MONTH_FIRST.matcher(line.strip());
        return american.matches() ? date(american.group(3), american.group(1), american.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(
                    WholeNumbers.parseInt(year), WholeNumbers.parseInt(month), WholeNumbers.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
