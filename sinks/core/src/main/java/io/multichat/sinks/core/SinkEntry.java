package io.multichat.sinks.core;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import java.util.Optional;

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
     * @param conversation the conversation of the event
     * @param placement the values that the topology derived
     * @param decoded the decoded event; may be empty for a store that does not need it, see {@link SinkStore#needsEvents()}
     */
    record Transcript(
            Origin origin, byte[] value, Conversation conversation, Placement placement, Optional<ChatEvent> decoded)
            implements SinkEntry {
        public Transcript(Origin origin, byte[] value, ChatEvent event, Placement placement) {
            this(origin, value, event.conversation(), placement, Optional.of(event));
        }

        /** The decoded event, for a store that needs events. */
        public ChatEvent event() {
            return decoded.orElseThrow();
        }
    }

    /**
     * One version of a session.
     *
     * @param origin the coordinates of the record
     * @param value the snapshot's bytes
     * @param snapshot the decoded snapshot
     */
    record Snapshot(Origin origin, byte[] value, SessionSnapshot snapshot) implements SinkEntry {}
}
