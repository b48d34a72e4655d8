package io.multichat.topology.metrics;

import java.util.Locale;

/** A counter. Its metric is named after the constant: {@code LATE_PLACEMENTS} is {@code late-placements-total}. */
public enum TopologyCounter {
    ACCEPTED("Events written to the transcript"),
    DUPLICATES("Events that were already accepted or were already waiting"),
    SESSIONS_OPENED("Sessions opened"),
    SESSIONS_CLOSED("Sessions closed"),
    SESSIONS_REOPENED("Closed sessions reopened by a late message"),
    SESSIONS_MERGED("Sessions merged into an earlier session"),
    SESSIONS_DELETED("Sessions deleted by a command"),
    LATE_PLACEMENTS("Messages older than the newest session of their conversation");

    private final String description;

    TopologyCounter(String description) {
        this.description = description;
    }

    /** The name of its metric. */
    public String metric() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-total";
    }

    /** What it counts. */
    public String description() {
        return description;
    }
}
