package io.multichat.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.GivenContent;
import io.multichat.events.Sender;
import java.util.Optional;

/**
 * A message, a system line, a join or a leave as a reader found it.
 *
 * @param conversation where it was said
 * @param id the source's own id; empty if it has none, so that one is derived
 * @param sender who said it; the role {@code system} or {@code tool} makes it a system line
 * @param at when, in UTC milliseconds
 * @param content what
 */
public record FoundMessage(Conversation conversation, Optional<String> id, Sender sender, long at, Content content) {
    /** The content of a message of which only the text is known. */
    public static Content text(String text) {
        return text(text, Optional.empty());
    }

    /** @param attributes raw extras, in an object named after the format */
    public static Content text(String text, Optional<ObjectNode> attributes) {
        return new GivenContent(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), attributes);
    }

    /** A sender without an id of its own: the name is the id. */
    public static Sender named(String name) {
        return new Sender(name, Optional.of(name), Sender.Role.USER);
    }

    /** The sender of lines that the program wrote itself and no participant is named for. */
    public static Sender system() {
        return new Sender("system", Optional.empty(), Sender.Role.SYSTEM);
    }
}
