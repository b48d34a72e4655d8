package io.multichat.topology.sessions;

import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Neighbors;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import java.util.Optional;

/** Places messages that are older than the newest session of their conversation. */
final class LatePlacement {
    private final PartitionContext partition;
    private final SessionIndex index;
    private final ChangedSessions sessions;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final SessionGrowth growth;
    private final Announcer announcer;

    LatePlacement(PartitionContext partition, SplitRules splitRules, OpenOrClosed openOrClosed, Announcer announcer) {
        this.partition = partition;
        this.index = new SessionIndex(partition.state().pastSessions());
        this.sessions = new ChangedSessions(partition.state().pastSessions(), announcer);
        this.splitRules = splitRules;
        this.openOrClosed = openOrClosed;
        this.growth = new SessionGrowth(partition);
        this.announcer = announcer;
    }

    /** Like {@link Timeline#place}, for a message before the start of the newest session. */
    PlacedMessage place(ConversationKey conversation, ConversationState before, Message message) {
        partition.metrics().count(TopologyCounter.LATE_PLACEMENTS);
        long sentAt = message.sentAt();
        Neighbors around = index.around(conversation, before, sentAt);
        Optional<Session> left = around.startingUpTo()
                .filter(session -> sentAt <= session.lastMessageAt()
                        || !splitRules.split(conversation, before, session.lastMessageAt(), sentAt));
        Session next = around.startingAfter().orElseThrow();
        boolean joinsNext = !splitRules.split(conversation, before, sentAt, next.startedAt());
        if (left.isPresent() && joinsNext) {
            return bridge(conversation, before, growth.grow(left.get(), message), next);
        }
        if (joinsNext) {
            return extend(conversation, before, next, message);
        }
        Session grown = left.isPresent() ? growth.grow(left.get(), message) : growth.begin(conversation, message);
        Session announced = announcer.changed(conversation, openOrClosed.closed(conversation, before, grown));
        sessions.putPast(conversation, announced);
        return new PlacedMessage(before, announced);
    }

    /** Merges two sessions. The earlier one survives; its snapshot and the redirect of the other are published together. */
    private PlacedMessage bridge(ConversationKey conversation, ConversationState before, Session left, Session next) {
        Session both = growth.merge(left, next);
        if (!before.isNewest(next)) {
            Session survivor = announcer.announce(conversation, both);
            announcer.redirect(conversation, next, survivor.id());
            sessions.putPast(conversation, survivor);
            partition.state().pastSessions().remove(conversation, next);
            return new PlacedMessage(before, survivor);
        }
        Session survivor = announcer.announce(conversation, openOrClosed.ofNewest(conversation, before, both));
        announcer.redirect(conversation, next, survivor.id());
        partition.state().pastSessions().remove(conversation, survivor);
        return PlacedMessage.inNewest(before, survivor);
    }

    /** Moves the start of a session back to an earlier message. */
    private PlacedMessage extend(
            ConversationKey conversation, ConversationState before, Session next, Message message) {
        Session grown = announcer.changed(conversation, growth.grow(next, message));
        if (before.isNewest(next)) {
            return PlacedMessage.inNewest(before, grown);
        }
        sessions.putPast(conversation, grown);
        return new PlacedMessage(before, grown);
    }
}
