package io.multichat.topology.sessions;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.state.Announced;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionCounts;
import io.multichat.topology.state.participants.ParticipantStore;

/** Creates sessions, adds messages to them and merges them. */
final class SessionGrowth {
    private final PartitionContext partition;
    private final ParticipantStore participants;

    SessionGrowth(PartitionContext partition) {
        this.partition = partition;
        this.participants = partition.state().participants();
    }

    /** Creates an open session with one message. Its id never changes. */
    Session begin(ConversationKey conversation, Message message) {
        partition.metrics().count(TopologyCounter.SESSIONS_OPENED);
        partition.state().ledger().addOpenSessions(1);
        SessionId id = SessionId.of(message.sentAt(), conversation.hash());
        Participants senders = participants.begin(id, message.sender().id());
        SessionCounts counts = SessionCounts.NOTHING.withMessage(
                message.textBytes(), message.sender().role(), senders);
        return new Session(id, message.position(), message.position(), counts, SessionStatus.OPEN, Announced.NOTHING);
    }

    /** Adds a message to a session. */
    Session grow(Session session, Message message) {
        Participants senders = participants.add(
                session.id(), message.sender().id(), session.counts().participants());
        return session.with(
                message.position(),
                session.counts()
                        .withMessage(message.textBytes(), message.sender().role(), senders));
    }

    /** Merges two sessions into one, with the id of the earlier and the status of the later. */
    Session merge(Session earlier, Session later) {
        partition.metrics().count(TopologyCounter.SESSIONS_MERGED);
        Participants senders = participants.merge(earlier.id(), later.id());
        return earlier.merge(later, earlier.counts().plus(later.counts(), senders));
    }
}
