package io.multichat.topology.state;

import io.multichat.events.SessionSnapshot.Counts;
import io.multichat.events.SessionSnapshot.Participants;

/**
 * What a session contains; the sums of two parts are the sums of the whole, but for the participants, which
 * {@link ParticipantStore} unites.
 *
 * @param messages accepted messages
 * @param edits accepted edits of them
 * @param deletes accepted deletes of them
 * @param textBytes UTF-8 bytes of their texts
 * @param participants how many senders there are
 */
public record Tally(long messages, long edits, long deletes, long textBytes, Participants participants) {
    /** The tally with another message of that text. */
    public Tally withMessage(long bytes, Participants senders) {
        return new Tally(messages + 1, edits, deletes, textBytes + bytes, senders);
    }

    /** The tally with another edit. */
    public Tally withEdit() {
        return new Tally(messages, edits + 1, deletes, textBytes, participants);
    }

    /** The tally with another delete. */
    public Tally withDelete() {
        return new Tally(messages, edits, deletes + 1, textBytes, participants);
    }

    /** The tally of both; {@code senders} are those of both. */
    public Tally plus(Tally other, Participants senders) {
        return new Tally(
                messages + other.messages,
                edits + other.edits,
                deletes + other.deletes,
                textBytes + other.textBytes,
                senders);
    }

    Counts toCounts() {
        return new Counts(messages, edits, deletes, textBytes, participants);
    }
}
