package io.multichat.topology.sessions;

import io.multichat.topology.settings.TopologySettings.Timing;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.TopologyState;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Places messages among the sessions of their conversation, whenever they come.
 *
 * <p>Invariant: neighbouring sessions of a conversation are more than the gap apart. So a message touches at most the session
 * before it and the one after it: it joins one of them, or joins both and makes them one, or is a session of its own. A
 * message at or after the start of the newest session, as nearly all are, needs nothing but the conversation's one record.
 *
 * <p>A session is stored where it will be before it is removed from where it was, so that a query from another thread never
 * misses it.
 */
final class Timeline {
    private final TopologyState state;
    private final Announcer announcer;
    private final SessionGrowth growth;
    private final LongSupplier clock;
    private final long gapMs;

    /** @param clock the wall clock of Kafka Streams, UTC milliseconds */
    Timeline(TopologyState state, Announcer announcer, Timing timing, LongSupplier clock) {
        this.state = state;
        this.announcer = announcer;
        this.growth = new SessionGrowth(state.participants());
        this.clock = clock;
        this.gapMs = timing.gap().toMillis();
    }

    /** Places an accepted message, announces what changed and stores all but the conversation's own record. */
    Placed place(ConversationKey conversation, ConversationState before, Message message) {
        if (before.newest().isEmpty()) {
            return Placed.inNewest(before, announcer.changed(conversation, growth.begin(conversation, message)));
        }
        Session newest = before.newest().get();
        if (message.sentAt() < newest.startedAt()) {
            return placeLate(conversation, before, message);
        }
        if (message.sentAt() - newest.lastMessageAt() <= gapMs) {
            Session grown = reopenedIfRecent(growth.grow(newest, message));
            return Placed.inNewest(before, announcer.changed(conversation, grown));
        }
        state.pastSessions().put(conversation, closed(conversation, newest));
        return Placed.inNewest(before, announcer.changed(conversation, growth.begin(conversation, message)));
    }

    /** The session of a conversation that contains an instant; empty when none does. */
    Optional<Session> containing(ConversationKey conversation, ConversationState current, long instant) {
        Optional<Session> newest = current.newest().filter(session -> session.startedAt() <= instant);
        return newest.or(() -> state.pastSessions().startingUpTo(conversation, instant))
                .filter(session -> instant <= session.lastMessageAt());
    }

    /** Stores a changed session where it belongs; returns the conversation with it. */
    ConversationState store(ConversationKey conversation, ConversationState current, Session session) {
        if (current.newest().filter(newest -> newest.id().equals(session.id())).isPresent()) {
            return current.with(session);
        }
        state.pastSessions().put(conversation, session);
        return current;
    }

    private Session closed(ConversationKey conversation, Session session) {
        return session.closed() ? session : announcer.changed(conversation, session.closed(true));
    }

    /** A closed session that a message extends to less than a gap ago is open again; other late messages only amend it. */
    private Session reopenedIfRecent(Session session) {
        boolean recent = clock.getAsLong() - session.lastMessageAt() <= gapMs;
        return session.closed() && recent ? session.closed(false) : session;
    }

    private Placed placeLate(ConversationKey conversation, ConversationState before, Message message) {
        long sentAt = message.sentAt();
        Optional<Session> left = state.pastSessions()
                .startingUpTo(conversation, sentAt)
                .filter(session -> sentAt - session.lastMessageAt() <= gapMs);
        Session next = state.pastSessions()
                .startingAfter(conversation, sentAt)
                .orElseGet(() -> before.newest().orElseThrow());
        boolean joinsNext = next.startedAt() - sentAt <= gapMs;
        if (left.isPresent() && joinsNext) {
            return bridge(conversation, before, growth.grow(left.get(), message), next);
        }
        if (joinsNext) {
            return extend(conversation, before, next, message);
        }
        Session grown = left.map(session -> growth.grow(session, message))
                .orElseGet(() -> growth.begin(conversation, message).closed(true));
        Session told = announcer.changed(conversation, grown);
        state.pastSessions().put(conversation, told);
        return new Placed(before, told);
    }

    /** Two sessions become one: the earlier survives, and the redirect goes out together with it. */
    private Placed bridge(ConversationKey conversation, ConversationState before, Session left, Session next) {
        boolean nextIsNewest = before.newest().filter(next::equals).isPresent();
        Session survivor = announcer.announce(conversation, growth.merge(left, next));
        announcer.redirect(conversation, next, survivor.id());
        if (nextIsNewest) {
            Placed placed = Placed.inNewest(before, survivor);
            state.conversations().put(conversation, placed.state());
            state.pastSessions().remove(conversation, survivor);
            return placed;
        }
        state.pastSessions().put(conversation, survivor);
        state.pastSessions().remove(conversation, next);
        return new Placed(before, survivor);
    }

    /** A session begins earlier than was known. */
    private Placed extend(ConversationKey conversation, ConversationState before, Session next, Message message) {
        Session grown = announcer.changed(conversation, growth.grow(next, message));
        if (before.newest().filter(next::equals).isPresent()) {
            return Placed.inNewest(before, grown);
        }
        state.pastSessions().put(conversation, grown);
        state.pastSessions().remove(conversation, next);
        return new Placed(before, grown);
    }
}
