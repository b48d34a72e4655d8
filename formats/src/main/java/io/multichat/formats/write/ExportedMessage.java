package io.multichat.formats.write;

import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.reactions.Reactions;
import io.multichat.events.versions.ShownMessage;
import java.util.List;
import java.util.Map;

/**
 * A message with everything that belongs to it.
 *
 * @param position its position in the conversation
 * @param shown the message as it is shown
 * @param versions its creation, edits and deletes in their order, each as JSON byte for byte; empty unless they were asked for
 * @param reactions the reactions that were added and removed, by time
 */
public record ExportedMessage(
        MessagePosition position, ShownMessage shown, List<byte[]> versions, List<ExportedEvent> reactions) {

    /** The senders of the reactions that stand, by emoji. */
    public Map<String, List<Sender>> standing() {
        Reactions all = new Reactions();
        reactions.forEach(reaction -> all.add(reaction.event(), reaction.at(), reaction.order()));
        return all.standing();
    }
}
