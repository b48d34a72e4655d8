package io.multichat.reading;

import io.multichat.events.MessagePosition;

/**
 * A stored message.
 *
 * @param position the message's position in its conversation
 * @param event the JSON of the newest version
 * @param deleted true if the newest version is a delete
 */
public record StoredMessage(MessagePosition position, byte[] event, boolean deleted) {}
