package io.multichat.jobs.imports;

import io.multichat.formats.EventPlace;
import java.util.ArrayList;
import java.util.List;

/** Counts events of one kind and keeps the places of the first of them. Thread-safe. */
final class CountedPlaces {
    /** Enough to find the cause; memory must stay bounded. */
    private static final int MAX_PLACES = 20;

    private final List<EventPlace> places = new ArrayList<>();
    private long count;

    synchronized void add(EventPlace place) {
        count++;
        if (places.size() < MAX_PLACES) {
            places.add(place);
        }
    }

    synchronized long count() {
        return count;
    }

    /** The places of the first of these events, at most 20. */
    synchronized List<EventPlace> places() {
        return List.copyOf(places);
    }
}
