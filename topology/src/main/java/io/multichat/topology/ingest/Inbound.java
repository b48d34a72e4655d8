package io.multichat.topology.ingest;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;

/** What became of an incoming record: an event to be placed, or a refusal. */
public sealed interface Inbound {
    /** The bytes that are written where this goes. */
    byte[] value();

    /**
     * A valid event.
     *
     * @param value the record's value, byte for byte
     * @param event what it says
     * @param source where it was published
     * @param key the record's key, of a large one the beginning, null when it had none: a dead letter has it again
     */
    record Arrival(byte[] value, ChatEvent event, DeadLetter.Source source, byte[] key) implements Inbound {}

    /**
     * A refused record; why is in its headers.
     *
     * @param value the record's value, or its beginning when it is too large; null when the record had none
     */
    record Refusal(byte[] value) implements Inbound {}
}
