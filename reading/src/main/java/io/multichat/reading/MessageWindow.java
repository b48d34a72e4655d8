package io.multichat.reading;

import java.util.List;
import java.util.Optional;

/**
 * The messages around a message. There may be fewer than requested although more exist, because the size in bytes is bounded too.
 *
 * @param messages the messages, oldest first
 * @param anchor the id of the message that they are around; empty if there is no such message
 * @param hasBefore true if there are older messages
 * @param hasAfter true if there are newer messages
 */
public record MessageWindow(
        List<StoredMessage> messages, Optional<String> anchor, boolean hasBefore, boolean hasAfter) {
    /** The answer about a message that does not exist. */
    static final MessageWindow NOWHERE = new MessageWindow(List.of(), Optional.empty(), false, false);
}
