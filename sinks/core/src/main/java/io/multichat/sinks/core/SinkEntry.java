package io.multichat.sinks.core;

import io.multichat.events.ChatEvent;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;

/** One decoded record of the two topics that sinks consume. */
public sealed interface SinkEntry {
    /** Where the entry was read. */
    Origin origin();

    /** The record's value, byte for byte. */
    byte[] value();

    /**
     * An accepted event.
     *
     * @param origin where it was read
     * @param value the event's bytes
     * @param event what they say
     * @param placement what the topology derived
     */
    record Transcript(Origin origin, byte[] value, ChatEvent event, Placement placement) implements SinkEntry {}

    /**
     * A session as it was at one version of it.
     *
     * @param origin where it was read
     * @param value the snapshot's bytes
     * @param snapshot what they say
     */
    record Snapshot(Origin origin, byte[] value, SessionSnapshot snapshot) implements SinkEntry {}
}
