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
public record Tally(
        long messages, long edits, long deletes, long textBytes, Participants participants, RoleCounts roles) {
    /** Of a session without messages. */
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, new Participants(0, false), RoleCounts.NONE);

    /** The tally with another message of that text and that sender. */
    public Tally withMessage(long bytes, Sender.Role role, Participants senders) {
        return new Tally(messages + 1, edits, deletes, textBytes + bytes, senders, roles.plus(RoleCounts.one(role)));
    }

    /** The tally with another edit. */
    public Tally withEdit() {
        return new Tally(messages, edits + 1, deletes, textBytes, participants, roles);
    }

    /** The tally with another delete. */
    public Tally withDelete() {
        return new Tally(messages, edits, deletes + 1, textBytes, participants, roles);
    }

    /** The tally of both; {@code senders} are those of both. */
    public Tally plus(Tally other, Participants senders) {
        return new Tally(
                messages + other.messages,
                edits + other.edits,
                deletes + other.deletes,
                textBytes + other.textBytes,
                senders,
                roles.plus(other.roles));
    }

    Counts toCounts() {
        return new Counts(messages, edits, deletes, textBytes, participants, roles);
    }
}
