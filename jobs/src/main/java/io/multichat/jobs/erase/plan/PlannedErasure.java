package io.multichat.jobs.erase.plan;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.reading.erase.EntryCounts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One command of an erasure.
 *
 * @param conversation the conversation of the command
 * @param command its parameters: a session to delete, or a participant to erase
 * @param marker what it covers
 * @param counts what SQLite holds of that
 * @param hold the id of a hold that protects some of it, so that the topology would refuse the command
 */
public record PlannedErasure(
        Conversation conversation,
        ErasureCommand command,
        ErasureMarker marker,
        EntryCounts counts,
        Optional<String> hold) {
    /**
     * The command as an event. Equal commands are equal bytes, so that one that is published again is dropped as a duplicate.
     *
     * @param at when the erasure was requested, UTC milliseconds
     * @param others further attributes of the command
     */
    public ChatEvent event(long at, Map<String, String> others) {
        return new ChatEvent(
                command.session().isPresent() ? EventType.SESSION_DELETED : EventType.PARTICIPANT_ERASED,
                conversation,
                Optional.empty(),
                Optional.empty(),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                command.content(others));
    }

    /** Tells the commands of one erasure apart. */
    public String key() {
        return key(conversation, command);
    }

    /** Tells the commands of one erasure apart: the session or, when a person is erased, the conversation. */
    public static String key(Conversation conversation, ErasureCommand command) {
        return command.session().map(SessionId::toString).orElseGet(conversation::key);
    }
}
