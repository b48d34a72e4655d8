package io.multichat.topology.state;

import io.multichat.events.RoleCounts;
import io.multichat.events.Sender;
import io.multichat.events.SessionSnapshot.Counts;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.topology.state.participants.ParticipantStore;

/**
 * What a session contains; the sums of two parts are the sums of the whole, but for the participants, which
 * {@link ParticipantStore} unites.
 *
 * @param messages accepted messages
 * @param edits accepted edits of them
 * @param deletes accepted deletes of them
 * @param textBytes UTF-8 bytes of their texts
 * @param participants how many senders there are
 * @param roles the messages by the role of their sender
 */
public record SessionCounts(
        long messages, long edits, long deletes, long textBytes, Participants participants, RoleCounts roles) {
    /** Of a session without messages. */
    public static final SessionCounts NOTHING =
            new SessionCounts(0, 0, 0, 0, new Participants(0, false), RoleCounts.NONE);

    /** The counts with another message of that text and that sender. */
    public SessionCounts withMessage(long bytes, Sender.Role role, Participants senders) {
        return new SessionCounts(
                messages + 1, edits, deletes, textBytes + bytes, senders, roles.plus(RoleCounts.one(role)));
    }

    /** The counts with another edit. */
    public SessionCounts withEdit() {
        return new SessionCounts(messages, edits + 1, deletes, textBytes, participants, roles);
    }

    /** The counts with another delete. */
    public SessionCounts withDelete() {
        return new SessionCounts(messages, edits, deletes + 1, textBytes, participants, roles);
    }

    /** The counts of both; {@code senders} are those of both. */
    public SessionCounts plus(SessionCounts other, Participants senders) {
        return new SessionCounts(
                messages + other.messages,
                edits + other.edits,
                deletes + other.deletes,
                textBytes + other.textBytes,
                senders,
                roles.plus(other.roles));
    }

    Counts toSnapshot() {
        return new Counts(messages, edits, deletes, textBytes, participants, roles);
    }
}
