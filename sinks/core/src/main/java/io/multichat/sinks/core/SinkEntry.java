package io.multichat.sinks.core;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;

/** A decoded record of one of the two topics that sinks consume. */
public sealed interface SinkEntry {
    /** The coordinates of the record. */
    Origin origin();

    /** The record's unmodified value. */
    byte[] value();

    /**
     * An accepted event.
     *
     * @param origin the coordinates of the record
     * @param value the event's bytes
     * @param event the decoded event
     * @param placement the values that the topology derived
     */
    record Transcript(Origin origin, byte[] value, ChatEvent event, Placement placement) implements SinkEntry {}

    /**
     * One version of a session.
     *
     * @param origin the coordinates of the record
     * @param value the snapshot's bytes
     * @param snapshot the decoded snapshot
     */
    record Snapshot(Origin origin, byte[] value, SessionSnapshot snapshot) implements SinkEntry {}
}
