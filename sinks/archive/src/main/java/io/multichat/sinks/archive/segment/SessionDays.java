package io.multichat.sinks.archive.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Segments of sessions by the UTC day of T0. All versions of a session lie in one day, since its id tells T0.
 *
 * @param byDay the segments of each day, by the number of days since 1970
 */
public record SessionDays(NavigableMap<Long, List<Segment>> byDay) {
    public static SessionDays of(List<Segment> segments) {
        NavigableMap<Long, List<Segment>> byDay = new TreeMap<>();
        for (Segment segment : segments) {
            byDay.computeIfAbsent(day(segment.file().minSentAt()), first -> new ArrayList<>())
                    .add(segment);
        }
        return new SessionDays(byDay);
    }

    /** The segments of the day of that instant. */
    public List<Segment> at(long t0) {
        return byDay.getOrDefault(day(t0), List.of());
    }

    /** The days, the newest first, with a version of a session that reaches from {@code fromMs} or earlier to {@code toMs} or later. */
    public List<List<Segment>> speakingOf(long fromMs, long toMs) {
        return byDay.descendingMap().values().stream()
                .filter(day -> day.stream()
                        .map(Segment::file)
                        .anyMatch(file -> file.earliest() <= fromMs && file.latest() >= toMs))
                .toList();
    }

    /** The UTC day of an instant. */
    public static LocalDate date(long instant) {
        return LocalDate.ofEpochDay(day(instant));
    }

    public static long day(long instant) {
        return TimeUnit.MILLISECONDS.toDays(instant);
    }
}
