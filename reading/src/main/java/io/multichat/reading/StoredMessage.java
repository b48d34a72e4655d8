package io.multichat.reading;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.ShownMessage;

/**
 * A stored message.
 *
 * @param position the message's position in its conversation
 * @param event the JSON of the message as {@link ShownMessage} defines it: by its author, with the content of the newest edit
 * @param deleted true if the newest version is a delete
 */
public record StoredMessage(MessagePosition position, byte[] event, boolean deleted) {
    /** The message at this position, as it is shown. */
    public static StoredMessage of(MessagePosition position, ShownMessage shown) {
        return new StoredMessage(position, shown.event(), shown.deleted());
    }
}
