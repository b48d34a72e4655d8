package io.multichat.reading.details;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.reactions.Reactions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A reaction that is added or removed. An empty emoji is one that the event does not have. */
record GivenReaction(EventType type, String sender, String emoji, long at, long order) {
    static GivenReaction added(String sender, String emoji, long at) {
        return new GivenReaction(EventType.REACTION_ADDED, sender, emoji, at, 0);
    }

    static GivenReaction removed(String sender, String emoji, long at) {
        return new GivenReaction(EventType.REACTION_REMOVED, sender, emoji, at, 0);
    }

    static List<Reaction> standing(List<GivenReaction> changes) {
        Reactions reactions = new Reactions();
        changes.forEach(change -> reactions.add(change.event(), change.at(), change.order()));
        return Reaction.of(reactions);
    }

    private ChatEvent event() {
        Content content = Content.of(
                Optional.empty(),
                Optional.of(emoji).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ChatEvent(
                type,
                Conversation.of("slack", "general"),
                Optional.of("m1"),
                Optional.of(Sender.user(sender)),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                content);
    }
}
