package io.multichat.topology.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.DeletedInterval;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes commands for one conversation.
 *
 * @param topology receives them
 * @param chat the conversation
 */
public record Commands(TopologyFixture topology, Chat chat) {
    /** Deletes the session that contains an instant, UTC milliseconds. */
    public void delete(long instant) {
        SessionId session = SessionId.of(instant, chat.conversation().hash());
        publish(EventType.SESSION_DELETED, ErasureCommand.ofSession(session), topology.now());
    }

    /**
     * Deletes a session as a rebuild does: with the interval that it had. All times are UTC milliseconds.
     *
     * @param t0 T0 of its id
     */
    public void deleteRebuilt(long t0, long startedAt, long lastMessageAt) {
        SessionId session = SessionId.of(t0, chat.conversation().hash());
        byte[] command = new EventEncoder()
                .encode(event(EventType.SESSION_DELETED, ErasureCommand.ofSession(session), topology.now()));
        Placement placement = new Placement(
                Optional.empty(), startedAt, 1, EventType.SESSION_DELETED, OptionalLong.of(lastMessageAt));
        topology.publish(
                chat.conversation().keyBytes(), DeletedInterval.addTo(command, placement), new RecordHeaders());
    }

    /** Erases a sender up to an instant, UTC milliseconds. */
    public void erase(String senderId, long until) {
        ParticipantHash participant = ParticipantHash.of(chat.conversation(), senderId);
        publish(EventType.PARTICIPANT_ERASED, ErasureCommand.ofParticipant(participant), until);
    }

    /** Sets a hold for everybody. */
    public void hold(String id, long from) {
        publish(EventType.HOLD_SET, hold(id, Optional.empty(), from), topology.now());
    }

    /** Sets a hold for one sender. */
    public void hold(String id, String senderId) {
        ParticipantHash participant = ParticipantHash.of(chat.conversation(), senderId);
        publish(EventType.HOLD_SET, hold(id, Optional.of(participant), 0), topology.now());
    }

    /** Clears a hold. */
    public void clear(String id) {
        publish(EventType.HOLD_CLEARED, hold(id, Optional.empty(), 0), topology.now());
    }

    private static ErasureCommand hold(String id, Optional<ParticipantHash> participant, long from) {
        return new ErasureCommand(Optional.empty(), participant, Optional.of(id), from, ChatEvent.MAX_TIME);
    }

    private void publish(EventType type, ErasureCommand command, long at) {
        topology.publish(event(type, command, at));
    }

    private ChatEvent event(EventType type, ErasureCommand command, long at) {
        return new ChatEvent(
                type,
                chat.conversation(),
                Optional.empty(),
                Optional.empty(),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                command.content(Map.of()));
    }
}
