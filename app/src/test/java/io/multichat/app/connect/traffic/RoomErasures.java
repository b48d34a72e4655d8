package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The commands of one conversation that erase, and what they cover. Their limits lie {@value #BESIDE_MS} ms beside the times of messages,
 * so that a command covers all creations of a message or none.
 */
final class RoomErasures {
    private static final long BESIDE_MS = 2;
    private static final int LONGEST_MS = 6 * 3_600_000;

    private final Conversation conversation;
    private final Random random;
    private final EventSource source;
    private final List<ErasureMarker> markers = new ArrayList<>();

    RoomErasures(Conversation conversation, Random random, EventSource source) {
        this.conversation = conversation;
        this.random = random;
        this.source = source;
    }

    /** A command that deletes a session that begins with a message, or erases the sender of the message. */
    Accepted of(Accepted message, long now) {
        return random.nextBoolean() ? deleteSession(message, now) : eraseSender(message);
    }

    private Accepted deleteSession(Accepted first, long now) {
        long from = first.placement().sentAt() - BESIDE_MS;
        long last = from + random.nextInt(LONGEST_MS) / RoomMessages.TIME_UNIT_MS * RoomMessages.TIME_UNIT_MS;
        SessionId session = SessionId.of(first.placement().sentAt(), conversation.hash());
        return noted(source.command(
                EventType.SESSION_DELETED, ErasureCommand.ofSession(session), now, from, OptionalLong.of(last)));
    }

    /** Erases what the sender left up to the message. */
    private Accepted eraseSender(Accepted message) {
        String sender = message.event().sender().orElseThrow().id();
        long until = message.placement().sentAt() + BESIDE_MS;
        return noted(source.command(
                EventType.PARTICIPANT_ERASED,
                ErasureCommand.ofParticipant(ParticipantHash.of(conversation, sender)),
                until,
                until,
                OptionalLong.empty()));
    }

    /** True if the topology would refuse an event, because it belongs to something erased. */
    boolean cover(Accepted accepted) {
        return markers.stream()
                .anyMatch(marker ->
                        marker.covers(accepted.event(), accepted.placement().sentAt()));
    }

    private Accepted noted(Accepted command) {
        ErasureMarker.of(command.event(), command.placement()).ifPresent(markers::add);
        return command;
    }
}
