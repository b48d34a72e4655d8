package io.multichat.formats.write;

import io.multichat.events.MessagePosition;
import io.multichat.events.ShownMessage;
import java.util.List;

/**
 * A message with everything that belongs to it.
 *
 * @param position its position in the conversation
 * @param shown the message as it is shown
 * @param versions its creation, edits and deletes in their order, each as JSON byte for byte; empty unless they were asked for
 * @param reactions the reactions that were added and removed, by time
 */
public record ExportedMessage(
        MessagePosition position, ShownMessage shown, List<byte[]> versions, List<ExportedEvent> reactions) {}
