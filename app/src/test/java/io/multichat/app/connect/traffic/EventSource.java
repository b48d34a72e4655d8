package io.multichat.app.connect.traffic;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Creates the events of one conversation and numbers them as the topology does. */
final class EventSource {
    private final Conversation conversation;
    private final Random random;
    private final Texts texts;
    private long accepted;

    EventSource(Conversation conversation, Random random) {
        this.conversation = conversation;
        this.random = random;
        this.texts = new Texts(random);
    }

    Texts texts() {
        return texts;
    }

    /** Creates a message. */
    Accepted message(String id, Sender sender, long at) {
        ChatEvent event = chatEvent(EventType.MESSAGE_CREATED, Optional.of(id), Optional.of(sender), at);
        return new Accepted(event, placement(EventType.MESSAGE_CREATED, at, OptionalLong.empty()));
    }

    /**
     * Creates an edit or delete; some do not say who made them.
     *
     * @param at its own time, UTC milliseconds
     * @param target the message that it revises
     */
    Accepted revision(EventType type, long at, Accepted target) {
        Optional<Sender> sender = random.nextBoolean() ? Optional.empty() : Optional.of(texts.sender());
        ChatEvent event = chatEvent(type, target.event().messageId(), sender, at);
        return new Accepted(event, placement(type, target.placement().sentAt(), OptionalLong.empty()));
    }

    /** Creates a reaction, or an event about somebody who joins or leaves. */
    Accepted other(EventType type, Optional<String> messageId, long at) {
        ChatEvent event = chatEvent(type, messageId, Optional.of(texts.sender()), at);
        return new Accepted(event, placement(type, at, OptionalLong.empty()));
    }

    /** Creates an explicit end that closes a session. */
    Accepted end(long at) {
        return new Accepted(
                chatEvent(EventType.SESSION_ENDED, Optional.empty(), Optional.of(texts.sender()), at),
                placement(EventType.SESSION_ENDED, at, OptionalLong.of(at)));
    }

    /**
     * Creates a command.
     *
     * @param at its own time, UTC milliseconds
     * @param sentAt the start of the session that it deletes, otherwise its own time
     * @param boundary the last message of the session that it deletes
     */
    Accepted command(EventType type, ErasureCommand parameters, long at, long sentAt, OptionalLong boundary) {
        accepted++;
        ChatEvent event = new ChatEvent(
                type,
                conversation,
                Optional.empty(),
                Optional.empty(),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                parameters.content(Map.of("number", Long.toString(accepted))));
        return new Accepted(event, placement(type, sentAt, boundary));
    }

    private ChatEvent chatEvent(EventType type, Optional<String> messageId, Optional<Sender> sender, long at) {
        accepted++;
        boolean named = type != EventType.MESSAGE_CREATED && random.nextBoolean();
        return new ChatEvent(
                type,
                conversation,
                messageId,
                sender,
                at,
                OptionalLong.empty(),
                named ? Optional.of("event " + accepted) : Optional.empty(),
                texts.content(type));
    }

    private Placement placement(EventType type, long sentAt, OptionalLong boundary) {
        Optional<SessionId> session =
                random.nextInt(9) == 0 ? Optional.empty() : Optional.of(SessionId.of(sentAt, conversation.hash()));
        return new Placement(session, sentAt, accepted, type, boundary);
    }
}
