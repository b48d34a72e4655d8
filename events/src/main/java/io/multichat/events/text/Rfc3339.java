package io.multichat.events.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * RFC 3339 times with seconds and offset, as UTC milliseconds since 1970.
 *
 * <p>Fractions are truncated to milliseconds. Leap seconds are rejected because no store could order them. {@code java.time} is
 * not used for parsing because it accepts other formats as well.
 */
public final class Rfc3339 {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private Rfc3339() {}

    /** Formats a time as {@code 2004-11-15T01:00:00.000Z}: always UTC with three fraction digits, so that texts sort by time. */
    public static String format(long epochMillis) {
        return MILLIS.format(Instant.ofEpochMilli(epochMillis));
    }

    /**
     * Parses a time to UTC milliseconds since 1970.
     *
     * @throws DateTimeException if the text is not an RFC 3339 time
     */
    public static long parse(String text) {
        requireShape(text);
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int hour = bounded(number(text, 11, 13), 23);
        int minute = bounded(number(text, 14, 16), 59);
        int second = bounded(number(text, 17, 19), 59);
        int end = fractionEnd(text);
        long seconds = day * 86_400 + hour * 3_600L + minute * 60L + second - offsetSeconds(text, end);
        return seconds * 1_000 + millis(text, end);
    }

    private static void requireShape(String text) {
        boolean matches = text.length() > SHAPE.length();
        for (int i = 0; matches && i < SHAPE.length(); i++) {
            char next = text.charAt(i);
            matches = switch (SHAPE.charAt(i)) {
                case 'd' -> next >= '0' && next <= '9';
                case 'T' -> next == 'T' || next == 't';
                default -> next == SHAPE.charAt(i);
            };
        }
        if (!matches) {
            throw new DateTimeException("not an RFC 3339 time such as 2026-01-31T09:30:00Z");
        }
    }

    private static int fractionEnd(String text) {
        int i = SHAPE.length();
        if (text.charAt(i) != '.') {
            return i;
        }
        i++;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i == SHAPE.length() + 1) {
            throw new DateTimeException("a fraction without digits");
        }
        return i;
    }

    private static int millis(String text, int fractionEnd) {
        int millis = 0;
        for (int i = SHAPE.length() + 1; i <= SHAPE.length() + 3; i++) {
            millis = millis * 10 + (i < fractionEnd ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private static int offsetSeconds(String text, int from) {
        int length = text.length() - from;
        char sign = length > 0 ? text.charAt(from) : ' ';
        if (length == 1 && (sign == 'Z' || sign == 'z')) {
            return 0;
        }
        if (length != 6 || (sign != '+' && sign != '-') || text.charAt(from + 3) != ':') {
            throw new DateTimeException("the offset (Z, +hh:mm or -hh:mm) is missing or malformed");
        }
        int hours = bounded(number(text, from + 1, from + 3), 23);
        int seconds = hours * 3_600 + bounded(number(text, from + 4, from + 6), 59) * 60;
        return sign == '+' ? seconds : -seconds;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            number = number * 10 + bounded(digit < 0 ? 10 : digit, 9);
        }
        return number;
    }

    private static int bounded(int value, int max) {
        if (value > max) {
            throw new DateTimeException("a part of the time is out of range");
        }
        return value;
    }
}
