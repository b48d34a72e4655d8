package io.multichat.formats.discord;

import io.multichat.formats.DateOrder;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the times of exports: with an offset in JSON and newer CSV files, else in the local time of the exporter and the format of
 * its language.
 */
final class ExportDate {
    private static final String CLOCK = "[ h:mm[:ss] a][ H:mm[:ss]]";

    private static final List<DateTimeFormatter> NAMED =
            formatters("d-MMM-yy" + CLOCK, "d-MMM-yyyy" + CLOCK, "yyyy-MM-dd" + CLOCK);

    private static final Map<DateOrder, List<DateTimeFormatter>> NUMERIC = Map.of(
            DateOrder.DMY, formatters("d/M/yyyy" + CLOCK, "d.M.yyyy" + CLOCK, "d-M-yyyy" + CLOCK),
            DateOrder.MDY, formatters("M/d/yyyy" + CLOCK, "M.d.yyyy" + CLOCK, "M-d-yyyy" + CLOCK),
            DateOrder.YMD, formatters("yyyy/M/d" + CLOCK, "yyyy.M.d" + CLOCK, "yyyy-M-d" + CLOCK));

    private final FoundEvents events;
    private final WallClock clock;

    ExportDate(FoundEvents events) {
        this.events = events;
        this.clock = new WallClock(events);
    }

    /**
     * The time in UTC milliseconds.
     *
     * @throws RefusedException when the text is not a time
     */
    long millis(String text) {
        return text.indexOf('T') == 10 ? withOffset(text) : clock.millis(local(plain(text)));
    }

    /** True for a text that is a time in one of the formats. */
    static boolean isTime(String text) {
        return Stream.concat(NAMED.stream(), NUMERIC.values().stream().flatMap(List::stream))
                .anyMatch(format -> parse(format, plain(text)) != null);
    }

    private static long withOffset(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new RefusedException("the time is not valid");
        }
    }

    private LocalDateTime local(String text) {
        // All languages that write dots begin with the day.
        boolean dots = text.indexOf('.') == 1 || text.indexOf('.') == 2;
        DateOrder order = events.options().dateOrder().orElse(dots ? DateOrder.DMY : DateOrder.MDY);
        for (DateTimeFormatter format : NAMED) {
            LocalDateTime time = parse(format, text);
            if (time != null) {
                return time;
            }
        }
        for (DateTimeFormatter format : NUMERIC.get(order)) {
            LocalDateTime time = parse(format, text);
            if (time != null) {
                if (events.options().dateOrder().isEmpty()) {
                    events.assumed(
                            dots
                                    ? "Dates with dots are read as day, month, year; --date-order says otherwise."
                                    : "Dates of digits are read as month, day, year; --date-order says otherwise.");
                }
                return time;
            }
        }
        throw new RefusedException(
                isTime(text)
                        ? "the date does not exist in this order of day, month and year; give another one with --date-order"
                        : "the time is not in a known format");
    }

    /** The text with ordinary blanks: newer versions of .NET write a narrow one before AM and PM. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    /** Null if the text is not in this format: called for every line of a text, so it must not throw. */
    private static LocalDateTime parse(DateTimeFormatter format, String text) {
        ParsePosition position = new ParsePosition(0);
        return format.parseUnresolved(text, position) == null || position.getIndex() != text.length()
                ? null
                : resolved(format, text);
    }

    private static LocalDateTime resolved(DateTimeFormatter format, String text) {
        try {
            return LocalDateTime.parse(text, format);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<DateTimeFormatter> formatters(String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH))
                .toList();
    }
}
