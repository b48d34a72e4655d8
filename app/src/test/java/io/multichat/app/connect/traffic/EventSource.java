package io.multichat.app.connect.traffic;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
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

    /**
     * Creates any event except an end.
     *
     * @param at its own time, UTC milliseconds
     * @param sentAt the time of the message that it creates or revises, otherwise its own time
     */
    Accepted event(EventType type, Optional<String> messageId, long at, long sentAt) {
        return new Accepted(chatEvent(type, messageId, at), placement(type, sentAt, OptionalLong.empty()));
    }

    /** Creates an explicit end that closes a session. */
    Accepted end(long at) {
        return new Accepted(
                chatEvent(EventType.SESSION_ENDED, Optional.empty(), at),
                placement(EventType.SESSION_ENDED, at, OptionalLong.of(at)));
    }

    private ChatEvent chatEvent(EventType type, Optional<String> messageId, long at) {
        accepted++;
        boolean named = type != EventType.MESSAGE_CREATED && random.nextBoolean();
        return new ChatEvent(
                type,
                conversation,
                messageId,
                type.revisesMessage() ? Optional.empty() : Optional.of(texts.sender()),
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
