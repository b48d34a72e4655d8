package io.multichat.sinks.core;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.erasure.ErasureMarker;
import java.util.Optional;

/** A decoded record of one of the two topics that sinks consume. */
public sealed interface SinkEntry {
    /** The coordinates of the record. */
    Origin origin();

    /** The record's unmodified value. */
    byte[] value();

    /**
     * The entry of an accepted event: an {@link Erasure} if it is a command that erases, otherwise the event itself.
     *
     * @param event the event; decoded if it is a command
     * @throws io.multichat.events.InvalidEventException if it is a command that is not as the topology writes it
     */
    static SinkEntry of(Transcript event) {
        if (!event.placement().kind().isCommand()) {
            return event;
        }
        Optional<ErasureMarker> marker = ErasureMarker.of(event.event(), event.placement());
        return marker.isPresent() ? new Erasure(event, marker.get()) : event;
    }

    /**
     * An accepted event that erases nothing.
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
     * An accepted command that erases. A store writes the command itself like any other event, and in addition erases what the marker
     * covers: what it holds and what it is given later, see {@link ErasureMarker}. A store that ignores an entry of this kind keeps
     * what must not be kept.
     *
     * @param command the command
     * @param marker what it erases, in the conversation of the command
     */
    record Erasure(Transcript command, ErasureMarker marker) implements SinkEntry {
        @Override
        public Origin origin() {
            return command.origin();
        }

        @Override
        public byte[] value() {
            return command.value();
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
