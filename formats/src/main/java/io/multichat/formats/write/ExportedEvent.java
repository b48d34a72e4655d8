package io.multichat.formats.write;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventDecoder;

/**
 * An event that is not a version of a message.
 *
 * @param at the time by which it is sorted, in UTC milliseconds
 * @param order the order among events of equal time
 * @param value its JSON, byte for byte
 */
public record ExportedEvent(long at, long order, byte[] value) {
    private static final EventDecoder DECODER = new EventDecoder();

    /** The event. Decoded by every call. */
    public ChatEvent event() {
        return DECODER.decode(value);
    }
}
