package io.multichat.formats.whatsapp;

import io.multichat.events.text.WholeNumbers;
import io.multichat.formats.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a message: {@code 12/9/20, 23:55 - Bob: hi} on Android, {@code [12/09/20, 23:55:10] Bob: hi} on iPhone, with
 * separators, clocks and blanks that depend on the language of the phone.
 *
 * @param first the first number of the date
 * @param second the second one
 * @param third the third one
 * @param yearFirst true when the first number has four digits
 * @param time the time
 * @param bracketed true for the form of the iPhone
 * @param body the rest of the line
 */
record Header(int first, int second, int third, boolean yearFirst, LocalTime time, boolean bracketed, String body) {
    /** Marks of the direction of writing, which WhatsApp puts before lines, texts and numbers. */
    private static final String MARKS = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]*+";

    private static final String BLANK = "[\\s\\u00A0\\u202F_]";

    /** Words between date and time: Bulgarian, Finnish, French. */
    private static final String BETWEEN = "(?:" + BLANK + "*(?:г\\.|klo|à))?[,،]?";

    private static final Pattern LINE = Pattern.compile(
            MARKS + "(?<bracket>\\[)?" + MARKS
                    + "(?<first>\\d{1,4})" + MARKS + "(?<separator>[./-]|년)" + BLANK + "?(?<second>\\d{1,2})" + MARKS
                    + "(?:\\k<separator>|월)" + BLANK + "?(?<third>\\d{4}|\\d{2}|\\d)[.일]?" + BETWEEN
                    + BLANK + "+(?:(?<before>" + HalfOfDay.BEFORE + ")" + BLANK + "?)?"
                    + "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<seconds>\\d{2}))?"
                    + "(?:" + BLANK + "*(?<half>" + HalfOfDay.AFTER + "))?(?: ч)?\\.?"
                    + "(?:(?<close>\\])| -|(?<colon>:)) (?<body>.*)",
            Pattern.DOTALL);

    /** The time first: copied from a browser, or of a phone in Vietnamese. */
    private static final Pattern TIME_FIRST = Pattern.compile(
            "(?<begin>" + MARKS + "\\[?)(?<time>\\d{1,2}:\\d{2}(?:" + BLANK
                    + "[aApP][mM])?), (?<date>\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})" + "(?<rest>(?:\\]| -) .*)",
            Pattern.DOTALL);

    /** The header of a line; empty when the line continues a message. */
    static Optional<Header> of(String line) {
        Matcher matcher = LINE.matcher(dateFirst(line));
        boolean matches = matcher.matches()
                && (matcher.group("bracket") == null) == (matcher.group("close") == null)
                // Only old iPhones end it with a colon, and they write seconds.
                && (matcher.group("colon") == null || matcher.group("seconds") != null)
                && matcher.group("first").length() != 3;
        return matches
                ? time(matcher)
                        .map(time -> new Header(
                                number(matcher, "first"),
                                number(matcher, "second"),
                                number(matcher, "third"),
                                matcher.group("first").length() == 4,
                                time,
                                matcher.group("bracket") != null,
                                matcher.group("body")))
                : Optional.empty();
    }

    private static String dateFirst(String line) {
        Matcher matcher = TIME_FIRST.matcher(line);
        return matcher.matches()
                ? matcher.group("begin") + matcher.group("date") + ", " + matcher.group("time") + matcher.group("rest")
                : line;
    }

    /** True for the form that only WhatsApp writes: Signal's brackets have no seconds, and begin with the date. */
    static boolean isWhatsApp(String line) {
        String ordered = dateFirst(line);
        Matcher matcher = LINE.matcher(ordered);
        return matcher.matches()
                && (matcher.group("bracket") == null || matcher.group("seconds") != null || !ordered.equals(line))
                && of(line).filter(header ->
                                !header.body().startsWith("<") && !header.body().startsWith("*"))
                        .isPresent();
    }

    /** The text without the marks at its beginning. */
    static String withoutMarks(String text) {
        return text.replaceFirst("^" + MARKS, "");
    }

    /**
     * The date and time in this order of day, month and year; years of two digits are of this century. A year of four digits at
     * the beginning overrides the order.
     *
     * @throws DateTimeException when there is no such date
     */
    LocalDateTime in(DateOrder order) {
        LocalDate date = yearFirst
                ? LocalDate.of(first, second, third)
                : switch (order) {
                    case DMY -> LocalDate.of(year(third), second, first);
                    case MDY -> LocalDate.of(year(third), first, second);
                    case YMD -> LocalDate.of(year(first), second, third);
                };
        return date.atTime(time);
    }

    private static int year(int number) {
        return number < 100 ? 2_000 + number : number;
    }

    private static int number(Matcher matcher, String group) {
        return WholeNumbers.parseInt(matcher.group(group));
    }

    private static Optional<LocalTime> time(Matcher matcher) {
        int hour = number(matcher, "hour");
        String half = matcher.group("before") == null ? matcher.group("half") : matcher.group("before");
        if (half != null) {
            hour = HalfOfDay.hour(hour, half);
        }
        int second = matcher.group("seconds") == null ? 0 : number(matcher, "seconds");
        int minute = number(matcher, "minute");
        return hour < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(hour, minute, second))
                : Optional.empty();
    }
}
