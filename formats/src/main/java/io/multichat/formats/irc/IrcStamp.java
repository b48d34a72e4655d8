package io.multichat.formats.irc;

import io.multichat.events.text.WholeNumbers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a log line begins: with a time, and in some programs with a date or a channel.
 *
 * @param channel the channel, in logs of several channels
 * @param date the date; empty if the line has none
 * @param day the date without its year
 * @param time the time; empty if the line has none, so that it happened when the line before did
 * @param zone the offset, if the line has one
 * @param body the rest of the line
 */
record IrcStamp(
        Optional<String> channel,
        Optional<LocalDate> date,
        Optional<MonthDay> day,
        Optional<LocalTime> time,
        Optional<ZoneOffset> zone,
        String body) {
    private static final String CLOCK = "(?<clock>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)";
    private static final String ISO_DATE = "(?<date>\\d{4}-\\d{2}-\\d{2})";

    /** {@code [17:40:59]}, {@code 17:40}, {@code [2026-01-31 17:40]}, {@code 2026-01-31T17:40:59+01:00}. */
    private static final Pattern NUMERIC = Pattern.compile(
            "\\[?(?:" + ISO_DATE + "[ T])?" + CLOCK + "(?<zone>Z|[+-]\\d{2}:?\\d{2})?(?:\\] ?|[ \\t]|$)(?<body>.*)",
            Pattern.DOTALL);

    /** {@code Jan 31 17:40:59}, {@code [31 Jan 17:40]}. */
    private static final Pattern NAMED_MONTH = Pattern.compile(
            "\\[?(?:(?<month>[A-Z][a-z]{2}) (?<dayAfter> ?\\d{1,2})|(?<dayBefore>\\d{1,2}) (?<monthAfter>[A-Z][a-z]{2})) "
                    + CLOCK + "\\]? (?<body>.*)",
            Pattern.DOTALL);

    /** {@code channel 2026-01-31 [17:40] <nick> text}, {@code channel 2026-01-31 === nick has joined}. */
    private static final Pattern WITH_CHANNEL =
            Pattern.compile("(?<channel>\\S+) " + ISO_DATE + " (?:\\[" + CLOCK + "\\] )?(?<body>.*)", Pattern.DOTALL);

    /** {@code === nick has joined}: Ubuntu's logs give no time for it. */
    private static final String WITHOUT_TIME = "=== ";

    /** The beginning of a line; empty if it does not begin as a log line does. */
    static Optional<IrcStamp> of(String line) {
        if (line.startsWith(WITHOUT_TIME)) {
            return Optional.of(new IrcStamp(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), line));
        }
        Matcher numeric = NUMERIC.matcher(line);
        if (numeric.matches()) {
            return Optional.of(new IrcStamp(
                    Optional.empty(),
                    Optional.ofNullable(numeric.group("date")).map(LocalDate::parse),
                    Optional.empty(),
                    Optional.of(clock(numeric.group("clock"))),
                    Optional.ofNullable(numeric.group("zone")).map(ZoneOffset::of),
                    numeric.group("body")));
        }
        Matcher named = NAMED_MONTH.matcher(line);
        return named.matches() ? named(named) : withChannel(line);
    }

    private static Optional<IrcStamp> named(Matcher line) {
        boolean monthFirst = line.group("month") != null;
        return month(monthFirst ? line.group("month") : line.group("monthAfter"))
                .map(month -> new IrcStamp(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(MonthDay.of(
                                month,
                                WholeNumbers.parseInt(
                                        (monthFirst ? line.group("dayAfter") : line.group("dayBefore")).strip()))),
                        Optional.of(clock(line.group("clock"))),
                        Optional.empty(),
                        line.group("body")));
    }

    private static Optional<IrcStamp> withChannel(String line) {
        Matcher matcher = WITH_CHANNEL.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new IrcStamp(
                Optional.of(matcher.group("channel")),
                Optional.of(LocalDate.parse(matcher.group("date"))),
                Optional.empty(),
                Optional.ofNullable(matcher.group("clock")).map(IrcStamp::clock),
                Optional.empty(),
                matcher.group("body")));
    }

    /** The month with this English abbreviation. */
    static Optional<Month> month(String abbreviation) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(abbreviation.toUpperCase(Locale.ROOT))) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static LocalTime clock(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }
}
