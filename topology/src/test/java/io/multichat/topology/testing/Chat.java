package io.multichat.topology.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Events of one conversation.
 *
 * @param conversation the conversation
 */
public record Chat(Conversation conversation) {
    private static final Sender ADA = Sender.user("ada");

    /** A conversation whose home is the partition on which the fixture runs. */
    public static Chat atHome(String name) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Conversation.of("slack", name + i))
                .filter(each -> each.partition(4) == 0)
                .findFirst()
                .map(Chat::new)
                .orElseThrow();
    }

    /** A conversation whose home is another partition. */
    public static Chat away(String name) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> Conversation.of("irc", "#" + name + i))
                .filter(each -> each.partition(4) != 0)
                .findFirst()
                .map(Chat::new)
                .orElseThrow();
    }

    /** A message of Ada with the text {@code hello}. */
    public ChatEvent message(String id, long sentAt) {
        return message(id, sentAt, "ada", "hello");
    }

    public ChatEvent message(String id, long sentAt, String senderId, String text) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                conversation,
                Optional.of(id),
                Optional.of(Sender.user(senderId)),
                sentAt,
                OptionalLong.empty(),
                Optional.empty(),
                Content.ofText(text));
    }

    /** A message with the publisher's order. */
    public ChatEvent ordered(String id, long sentAt, long order) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                conversation,
                Optional.of(id),
                Optional.of(ADA),
                sentAt,
                OptionalLong.of(order),
                Optional.empty(),
                Content.NONE);
    }

    /** An edit, delete or reaction for the message {@code id}, or another event, at {@code at}. */
    public ChatEvent event(EventType type, String id, long at, Optional<String> eventId) {
        return new ChatEvent(
                type,
                conversation,
                Optional.of(id),
                Optional.of(ADA),
                at,
                OptionalLong.empty(),
                eventId,
                type.isCommand() ? command(at) : Content.ofText("changed"));
    }

    /** The parameters of any command: the session that began with the second of {@code at}, Ada, and a hold. */
    private Content command(long at) {
        SessionId session = SessionId.of(at - at % 1_000, conversation.hash());
        ParticipantHash ada = ParticipantHash.of(conversation, ADA.id());
        return new ErasureCommand(Optional.of(session), Optional.of(ada), Optional.of("hold"), 0, ChatEvent.MAX_TIME)
                .content(Map.of());
    }

    public ChatEvent edit(String id, long editedAt) {
        return event(EventType.MESSAGE_EDITED, id, editedAt, Optional.empty());
    }

    public ChatEvent delete(String id, long deletedAt) {
        return event(EventType.MESSAGE_DELETED, id, deletedAt, Optional.empty());
    }
}
