package io.multichat.reading;

import java.util.List;

/**
 * A page of the messages of a session. It may hold fewer messages than requested although more follow, because its size in bytes is
 * bounded too.
 *
 * @param messages the messages in the requested direction
 * @param more true if more messages follow in that direction
 */
public record MessagePage(List<StoredMessage> messages, boolean more) {
    /** The maximum total size of the events on a page, in bytes. A single larger event is a page of its own. */
    public static final int MAX_BYTES = 8 << 20;
}
