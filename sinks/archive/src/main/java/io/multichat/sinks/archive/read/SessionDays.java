package io.multichat.sinks.archive.read;

import io.multichat.sinks.archive.files.SegmentPath;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Segments of sessions by the UTC day of T0. All versions of a session are in one day, since its id contains T0.
 *
 * @param byDay the segments of each day
 */
record SessionDays(NavigableMap<LocalDate, List<Segment>> byDay) {
    static SessionDays of(List<Segment> segments) {
        NavigableMap<LocalDate, List<Segment>> byDay = new TreeMap<>();
        for (Segment segment : segments) {
            byDay.computeIfAbsent(SegmentPath.day(segment.file().minSentAt()), first -> new ArrayList<>())
                    .add(segment);
        }
        return new SessionDays(byDay);
    }

    /** The segments of the day of an instant, UTC milliseconds. */
    List<Segment> at(long t0) {
        return byDay.getOrDefault(SegmentPath.day(t0), List.of());
    }

    /** The segments of the day of an instant and of each later day, the earliest day first. */
    Iterable<List<Segment>> from(long t0) {
        return byDay.tailMap(SegmentPath.day(t0), true).values();
    }

    /**
     * The days that may hold a session that starts at {@code latestStart} or earlier and ends at {@code earliestEnd} or
     * later; the newest day first.
     */
    List<List<Segment>> spanning(long latestStart, long earliestEnd) {
        return byDay.descendingMap().values().stream()
                .filter(day -> day.stream().map(Segment::file).anyMatch(file -> spans(file, latestStart, earliestEnd)))
                .toList();
    }

    private static boolean spans(SegmentFile file, long latestStart, long earliestEnd) {
        return file.earliest() <= latestStart && file.latest() >= earliestEnd;
    }
}
