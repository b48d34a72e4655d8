package io.multichat.formats.irc;

import io.multichat.events.text.WholeNumbers;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the date of log lines that have only a time: it begins with that of the file's name or {@code --start}, follows the lines
 * by which programs announce a date, and passes midnight when times jump back. Used by one thread.
 */
final class IrcClock {
    /**
     * {@code --- Log opened Sat Jan 31 17:40:00 2026}, {@code --- Day changed Sun Feb 01 2026}, {@code **** BEGIN LOGGING AT …},
     * {@code Session Start: …}.
     */
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "(?:(?:--- |\\*\\*\\*\\* )(?:[A-Za-z ]*? )?|Session (?:Start|Close|Time): )(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) +(?<day>\\d{1,2})"
                    + "(?: \\d{1,2}:\\d{2}:\\d{2})? (?<year>\\d{4})\\s*");

    /** A smaller step back may be a clock that is set, a log that is not sorted, or a clock of 12 hours. */
    private static final Duration BACKWARDS = Duration.ofHours(12);

    private final FoundEvents events;
    private final WallClock clock;
    private Optional<LocalDate> date;
    private Optional<LocalTime> last = Optional.empty();
    private Optional<Long> lastMillis = Optional.empty();

    IrcClock(FoundEvents events, Optional<LocalDate> fileDate) {
        this.events = events;
        this.clock = new WallClock(events);
        this.date = fileDate.or(() -> events.options()
                .start()
                .map(start ->
                        LocalDate.ofInstant(start, events.options().timezone().orElse(ZoneOffset.UTC))));
    }

    /** True for a line that announces a date. */
    static boolean isAnnouncement(String line) {
        return ANNOUNCEMENT.matcher(line).matches();
    }

    /** Takes the date from a line that announces one; false if the line is another one. */
    boolean announced(String line) {
        Matcher announcement = ANNOUNCEMENT.matcher(line);
        if (!announcement.matches()) {
            return false;
        }
        date = IrcStamp.month(announcement.group("month"))
                .map(month -> LocalDate.of(
                        WholeNumbers.parseInt(announcement.group("year")),
                        month,
                        WholeNumbers.parseInt(announcement.group("day"))));
        last = Optional.empty();
        return true;
    }

    /**
     * The time of a line, in UTC milliseconds.
     *
     * @throws RefusedException when its date is unknown
     */
    long millis(IrcStamp stamp) {
        if (stamp.time().isEmpty()) {
            lastMillis = Optional.of(withoutTime(stamp));
            return lastMillis.get();
        }
        LocalTime time = stamp.time().get();
        date = stamp.date().or(() -> stamp.day().map(this::inYear)).or(() -> afterMidnight(time));
        last = Optional.of(time);
        LocalDateTime at = LocalDateTime.of(known(date), time);
        lastMillis = Optional.of(
                stamp.zone().isPresent() ? at.toInstant(stamp.zone().get()).toEpochMilli() : clock.millis(at));
        return lastMillis.get();
    }

    private long withoutTime(IrcStamp stamp) {
        events.assumed("Lines without a time happened when the line before them did.");
        boolean otherDay = stamp.date().isPresent() && !stamp.date().equals(date);
        if (otherDay || lastMillis.isEmpty()) {
            date = stamp.date().or(() -> date);
            last = Optional.empty();
            return clock.millis(known(date).atStartOfDay());
        }
        return lastMillis.get();
    }

    /** The day in the year of the line before, or in the next one after December. */
    private LocalDate inYear(MonthDay day) {
        LocalDate before = known(date);
        boolean newYear = before.getMonthValue() == 12 && day.getMonthValue() == 1;
        return Year.of(before.getYear() + (newYear ? 1 : 0)).atMonthDay(day);
    }

    private Optional<LocalDate> afterMidnight(LocalTime time) {
        boolean passed = last.isPresent()
                && time.isBefore(last.get())
                && Duration.between(time, last.get()).compareTo(BACKWARDS) > 0;
        if (passed) {
            events.assumed("A time that is more than 12 hours before that of the line before is on the next day.");
            return date.map(day -> day.plusDays(1));
        }
        return date;
    }

    private static LocalDate known(Optional<LocalDate> date) {
        return date.orElseThrow(() -> new RefusedException(
                "no date: neither the line nor the name of the file has one; give the first day with --start"));
    }
}
