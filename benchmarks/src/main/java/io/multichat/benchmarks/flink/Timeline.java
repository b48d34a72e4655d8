package io.multichat.benchmarks.flink;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.hash.ConversationHash;
import java.util.Optional;

/** Places messages in the sessions of their conversation, whatever their order. */
final class Timeline {
    /** The conversation and the message's session, after the message was placed. */
    record Placed(ConversationState state, Session session) {
        static Placed inNewest(ConversationState before, Session session) {
            return new Placed(before.with(session), session);
        }

        static Placed inPast(ConversationState before, Session session) {
            return new Placed(
                    before.withPastPending(
                            before.pastPending() || session.announced().pending()),
                    session);
        }
    }

    private final ConversationStore store;
    private final Announcer announcer;
    private final long gap;

    Timeline(ConversationStore store, Announcer announcer, Rules rules) {
        this.store = store;
        this.announcer = announcer;
        this.gap = rules.gap().toMillis();
    }

    /** Stores everything but the conversation itself. */
    Placed place(Turn turn, ConversationState before, MessagePosition position, Arrival message) throws Exception {
        if (before.newest().isEmpty()) {
            return Placed.inNewest(before, announcer.changed(turn, begin(turn, position, message)));
        }
        Session newest = before.newest().get();
        if (message.sentAt() < newest.startedAt()) {
            return placeLate(turn, before, position, message);
        }
        if (message.sentAt() - newest.lastMessageAt() <= gap) {
            Session grown = reopened(turn, newest.grow(position, message));
            return Placed.inNewest(before, announcer.changed(turn, grown));
        }
        Session ended = newest.open() ? announcer.changed(turn, newest.withOpen(false)) : newest;
        store.putPast(ended);
        Session begun = announcer.changed(turn, begin(turn, position, message));
        return Placed.inNewest(Placed.inPast(before, ended).state(), begun);
    }

    /** A message before the start of the newest session joins a neighbour, merges two, or is a session of its own. */
    private Placed placeLate(Turn turn, ConversationState before, MessagePosition position, Arrival message)
            throws Exception {
        long sentAt = message.sentAt();
        Optional<Session> left = store.startingUpTo(sentAt).filter(session -> sentAt - session.lastMessageAt() <= gap);
        Session next =
                store.startingAfter(sentAt).orElseGet(() -> before.newest().orElseThrow());
        boolean joinsNext = next.startedAt() - sentAt <= gap;
        if (left.isPresent() && joinsNext) {
            return bridge(turn, before, left.get().grow(position, message), next);
        }
        if (joinsNext) {
            Session grown = announcer.changed(turn, next.grow(position, message));
            if (before.isNewest(next)) {
                return Placed.inNewest(before, grown);
            }
            store.removePast(next);
            store.putPast(grown);
            return Placed.inPast(before, grown);
        }
        Session changed = left.isPresent() ? left.get().grow(position, message) : begin(turn, position, message);
        Session announced = announcer.changed(turn, changed.withOpen(false));
        store.putPast(announced);
        return Placed.inPast(before, announced);
    }

    /** Merges two sessions. The snapshots of both are sent together. */
    private Placed bridge(Turn turn, ConversationState before, Session left, Session next) throws Exception {
        Session both = left.merge(next);
        if (before.isNewest(next)) {
            Session survivor = announcer.announce(turn, reopened(turn, both));
            announcer.redirect(turn, next, survivor.id());
            store.removePast(survivor);
            return Placed.inNewest(before, survivor);
        }
        Session survivor = announcer.announce(turn, both);
        announcer.redirect(turn, next, survivor.id());
        store.removePast(next);
        store.putPast(survivor);
        return Placed.inPast(before, survivor);
    }

    /** A closed session is open again if the wall clock has not passed its new end. */
    private Session reopened(Turn turn, Session session) {
        return session.open() || turn.now() > session.lastMessageAt() + gap ? session : session.withOpen(true);
    }

    private static Session begin(Turn turn, MessagePosition position, Arrival message) {
        SessionId id = SessionId.of(position.sentAt(), ConversationHash.of(turn.conversation()));
        return Session.begin(id, position, message);
    }
}
