package io.multichat.benchmarks.flink;

import io.multichat.events.RoleCounts;
import io.multichat.events.SessionSnapshot;

/**
 * The content of a session in numbers.
 *
 * @param messages number of messages
 * @param textBytes total length of their texts in UTF-8, in bytes
 * @param roles messages by the role of their sender
 * @param senders their senders
 */
record Counts(long messages, long textBytes, RoleCounts roles, SenderSet senders) {
    static final Counts NOTHING = new Counts(0, 0, RoleCounts.NONE, SenderSet.EMPTY);

    Counts with(Arrival message) {
        return new Counts(
                messages + 1,
                textBytes + message.textBytes(),
                roles.plus(RoleCounts.one(message.role())),
                senders.with(message.sender()));
    }

    Counts plus(Counts other) {
        return new Counts(
                messages + other.messages,
                textBytes + other.textBytes,
                roles.plus(other.roles),
                senders.union(other.senders));
    }

    SessionSnapshot.Counts toSnapshot() {
        return new SessionSnapshot.Counts(messages, 0, 0, textBytes, senders.count(), roles);
    }
}
