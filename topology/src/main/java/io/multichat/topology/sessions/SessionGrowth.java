package io.multichat.topology.sessions;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.topology.metrics.Count;
import io.multichat.topology.state.Announced;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.Tally;
import io.multichat.topology.state.participants.ParticipantStore;

/** How a session begins, grows by a message, and becomes one with the next. */
final class SessionGrowth {
    private final Task task;
    private final ParticipantStore participants;

    SessionGrowth(Task task) {
        this.task = task;
        this.participants = task.state().participants();
    }

    /** An open session of one message; its id is the id of the session for ever. */
    Session begin(ConversationKey conversation, Message message) {
        task.metrics().count(Count.SESSIONS_OPENED);
        task.state().accounts().addOpenSessions(1);
        SessionId id = SessionId.of(
                message.sentAt(), conversation.text(), message.position().messageId());
        Participants senders = participants.begin(id, message.sender().id());
        Tally tally =
                Tally.NOTHING.withMessage(message.textBytes(), message.sender().role(), senders);
        return new Session(id, message.position(), message.position(), tally, SessionStatus.OPEN, Announced.NOTHING);
    }

    /** The session with another message. */
    Session grow(Session session, Message message) {
        Participants senders = participants.add(
                session.id(), message.sender().id(), session.tally().participants());
        return session.with(
                message.position(),
                session.tally()
                        .withMessage(message.textBytes(), message.sender().role(), senders));
    }

    /** Both sessions as one, which keeps the id of the earlier and the status of the later. */
    Session merge(Session earlier, Session later) {
        task.metrics().count(Count.SESSIONS_MERGED);
        Participants senders = participants.merge(earlier.id(), later.id());
        return earlier.merge(later, earlier.tally().plus(later.tally(), senders));
    }
}
