package io.multichat.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.Optional;
import java.util.OptionalLong;

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
    /** The same message with the id under which it was passed on. */
    public FoundMessage withId(String found) {
        return new FoundMessage(conversation, Optional.of(found), sender, at, content);
    }

    /** The same message at another time: that of a reaction, if it is known. */
    public FoundMessage withTime(long time) {
        return new FoundMessage(conversation, id, sender, time, content);
    }

    /** The content of a message of which only the text is known. */
    public static Content text(String text) {
        return text(text, Optional.empty());
    }

    /** @param attributes raw extras, in an object named after the format */
    public static Content text(String text, Optional<ObjectNode> attributes) {
        return Content.of(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), attributes);
    }

    /** A sender without an id of its own: the name is the id. */
    public static Sender named(String name) {
        return new Sender(name, Optional.of(name), Sender.Role.USER);
    }

    /** The sender of lines that the program wrote itself and no participant is named for. */
    public static Sender system() {
        return new Sender("system", Optional.empty(), Sender.Role.SYSTEM);
    }

    /**
     * The event by which the message got its present content.
     *
     * @throws java.util.NoSuchElementException when the message has no id of its own
     */
    public ChatEvent edited(long editedAt) {
        return about(EventType.MESSAGE_EDITED, sender, editedAt, String.valueOf(editedAt), content);
    }

    /**
     * The event by which the message was deleted.
     *
     * @throws java.util.NoSuchElementException when the message has no id of its own
     */
    public ChatEvent deleted(long deletedAt) {
        return about(EventType.MESSAGE_DELETED, sender, deletedAt, String.valueOf(deletedAt), Content.NONE);
    }

    /**
     * A reaction, at the time of the message: exports do not say when somebody reacted.
     *
     * @throws java.util.NoSuchElementException when the message has no id of its own
     */
    public ChatEvent reaction(Sender by, String emoji) {
        Content reaction =
                Content.of(Optional.empty(), Optional.of(emoji), Optional.empty(), Optional.empty(), Optional.empty());
        return about(EventType.REACTION_ADDED, by, at, emoji + ":" + by.id(), reaction);
    }

    /** @param distinction distinguishes the event from others of its type about the message, in every import */
    private ChatEvent about(EventType type, Sender by, long time, String distinction, Content of) {
        String message = id.orElseThrow();
        return new ChatEvent(
                type,
                conversation,
                id,
                Optional.of(by),
                time,
                OptionalLong.empty(),
                Optional.of(type.wireName() + ":" + message + ":" + distinction),
                of);
    }
}
