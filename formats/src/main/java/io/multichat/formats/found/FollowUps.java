package io.multichat.formats.found;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Passes on what happened to a message after it was sent. Each event has an id, so that another import of it is a duplicate.
 *
 * @param events where the events go
 * @param place the place of the message
 * @param conversation the conversation of the message
 * @param id the id of the message, as {@link FoundEvents#message} returned it
 */
public record FollowUps(FoundEvents events, EventPlace place, Conversation conversation, String id) {
    /** Passes on a reaction. */
    public void reaction(Sender sender, String emoji, long at) {
        String event = id + ":reaction:" + emoji + ":" + sender.id();
        Content content =
                Content.of(Optional.empty(), Optional.of(emoji), Optional.empty(), Optional.empty(), Optional.empty());
        pass(EventType.REACTION_ADDED, event, at, Optional.of(sender), content);
    }

    /** Passes on an edit; another export of the message with another edit is another one. */
    public void edited(long at, Sender sender, Content content) {
        pass(EventType.MESSAGE_EDITED, id + ":edited:" + at, at, Optional.of(sender), content);
    }

    /** Passes on that the message was deleted. */
    public void deleted(long at, Sender sender) {
        pass(EventType.MESSAGE_DELETED, id + ":deleted", at, Optional.of(sender), Content.NONE);
    }

    private void pass(EventType type, String event, long at, Optional<Sender> sender, Content content) {
        events.event(
                place,
                new ChatEvent(
                        type,
                        conversation,
                        Optional.of(id),
                        sender,
                        at,
                        OptionalLong.empty(),
                        Optional.of(event),
                        content));
    }
}
