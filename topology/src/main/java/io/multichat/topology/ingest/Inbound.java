package io.multichat.topology.ingest;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;

/** A checked record: a valid event or a refusal. */
public sealed interface Inbound {
    /** The value bytes of the record that is forwarded. */
    byte[] value();

    /**
     * A valid event.
     *
     * @param value the record's value, byte for byte
     * @param event the decoded value
     * @param source where the record was read
     * @param key the record's original key, needed again for a dead letter; truncated when large, null when there was none
     */
    record Arrival(byte[] value, ChatEvent event, DeadLetter.Source source, byte[] key) implements Inbound {}

    /**
     * A refused record; its headers hold the reason.
     *
     * @param value the record's value, truncated when too large; null when the record had none
     */
    record Refusal(byte[] value) implements Inbound {}
}
