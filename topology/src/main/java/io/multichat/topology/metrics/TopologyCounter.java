package io.multichat.topology.metrics;

import java.util.Locale;

/** What is counted; {@code name()} in lower case with hyphens is the metric's name, behind it {@code -total}. */
public enum TopologyCounter {
    ACCEPTED("events that went to the transcript"),
    DUPLICATES("events that had been accepted before, or wait already"),
    SESSIONS_OPENED("sessions that began"),
    SESSIONS_CLOSED("sessions that were closed"),
    SESSIONS_REOPENED("closed sessions that a late message opened again"),
    SESSIONS_MERGED("sessions that became one with an earlier one"),
    LATE_PLACEMENTS("messages that were older than the newest session of their conversation");

    private final String description;

    TopologyCounter(String description) {
        this.description = description;
    }

    String metric() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-total";
    }

    String description() {
        return description;
    }
}
