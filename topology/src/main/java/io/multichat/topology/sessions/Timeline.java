package io.multichat.topology.sessions;

import io.multichat.topology.state.Announced;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;

/**
 * Places messages in the sessions of their conversation, in whatever order they arrive.
 *
 * <p>Invariant: the {@link SplitRules} separate neighbouring sessions of a conversation. Therefore a message affects at most the
 * session before it and the session after it: it joins one of them, merges both, or starts its own session. Nearly every
 * message is at or after the start of the newest session and needs only the conversation's own record.
 */
final class Timeline {
    private final ChangedSessions sessions;
    private final SplitRules splitRules;
    private final OpenOrClosed openOrClosed;
    private final SessionGrowth growth;
    private final Announcer announcer;
    private final LatePlacement late;
    private final PartitionContext partition;

    Timeline(PartitionContext partition, SplitRules splitRules, OpenOrClosed openOrClosed, Announcer announcer) {
        this.sessions = new ChangedSessions(partition.state().pastSessions(), announcer);
        this.splitRules = splitRules;
        this.openOrClosed = openOrClosed;
        this.growth = new SessionGrowth(partition);
        this.announcer = announcer;
        this.partition = partition;
        this.late = new LatePlacement(partition, splitRules, openOrClosed, announcer);
    }

    /** Places an accepted message, announces changed sessions and stores everything except the conversation's own record. */
    PlacedMessage place(ConversationKey conversation, ConversationState before, Message message) {
        if (before.newest().isEmpty()) {
            return begin(conversation, before, message);
        }
        Session newest = before.newest().get();
        if (message.sentAt() < newest.startedAt()) {
            return late.place(conversation, before, message);
        }
        boolean splits = message.sentAt() > newest.lastMessageAt()
                && splitRules.split(conversation, before, newest.lastMessageAt(), message.sentAt());
        if (!splits) {
            Session grown = openOrClosed.ofNewest(conversation, before, growth.grow(newest, message));
            return PlacedMessage.inNewest(before, announcer.changed(conversation, grown));
        }
        if (newest.isOpen()) {
            newest = ended(conversation, openOrClosed.closed(conversation, before, newest));
        }
        sessions.putPast(conversation, newest);
        return begin(conversation, before, message);
    }

    /** In a backlog, a session that another one follows does not wait any longer, because it will rarely change again. */
    private Session ended(ConversationKey conversation, Session session) {
        Announced announced = session.announced();
        boolean due = announced.version() == 0
                || partition.now()
                        >= announced.at()
                                + partition
                                        .settings()
                                        .timing()
                                        .snapshotInterval()
                                        .toMillis();
        return due && partition.pace().isBacklog()
                ? announcer.announce(conversation, session)
                : announcer.changed(conversation, session);
    }

    private PlacedMessage begin(ConversationKey conversation, ConversationState before, Message message) {
        Session begun = openOrClosed.ofNewest(conversation, before, growth.begin(conversation, message));
        return PlacedMessage.inNewest(before, announcer.changed(conversation, begun));
    }
}
