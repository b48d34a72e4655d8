package io.multichat.topology.state;

import io.multichat.events.RoleCounts;
import io.multichat.events.Sender;
import io.multichat.events.SessionSnapshot.Counts;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.topology.state.participants.ParticipantStore;

/**
 * The counts of a session. When sessions merge, all counts are added, except the participants, which {@link ParticipantStore}
 * unites.
 *
 * @param messages accepted messages
 * @param edits accepted edits of these messages
 * @param deletes accepted deletes of these messages
 * @param textBytes total length of their texts in UTF-8, in bytes
 * @param participants number of senders
 * @param roles messages by the role of their sender
 */
public record SessionCounts(
        long messages, long edits, long deletes, long textBytes, Participants participants, RoleCounts roles) {
    /** The counts of a session without messages. */
    public static final SessionCounts NOTHING =
            new SessionCounts(0, 0, 0, 0, new Participants(0, false), RoleCounts.NONE);

    /** The counts with another message; {@code senders} is the number of senders including its own. */
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

    /** The counts of two merged sessions; {@code senders} is the number of senders of both together. */
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
