package io.multichat.topology.sessions;

import io.multichat.topology.metrics.Count;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.Session;
import io.multichat.topology.state.SessionIndex;
import java.util.Optional;

/**
 * Places messages that are older than the newest session of their conversation.
 *
 * <p>A session is stored where it will be before it is removed from where it was, so that a query from another thread never
 * misses it.
 */
final class LatePlacement {
    private final Task task;
    private final SessionIndex index;
    private final Borders borders;
    private final Standing standing;
    private final SessionGrowth growth;
    private final Announcer announcer;

    LatePlacement(Task task, Borders borders, Standing standing, Announcer announcer) {
        this.task = task;
        this.index = new SessionIndex(task.state().pastSessions());
        this.borders = borders;
        this.standing = standing;
        this.growth = new SessionGrowth(task);
        this.announcer = announcer;
    }

    /** As {@link Timeline#place}, of a message before the start of the newest session. */
    Placed place(ConversationKey conversation, ConversationState before, Message message) {
        task.metrics().count(Count.LATE_PLACEMENTS);
        long sentAt = message.sentAt();
        Optional<Session> left = index.startingUpTo(conversation, before, sentAt)
                .filter(session -> sentAt <= session.lastMessageAt()
                        || !borders.part(conversation, before, session.lastMessageAt(), sentAt));
        Session next = index.startingAfter(conversation, before, sentAt).orElseThrow();
        boolean joinsNext = !borders.part(conversation, before, sentAt, next.startedAt());
        if (left.isPresent() && joinsNext) {
            return bridge(conversation, before, growth.grow(left.get(), message), next);
        }
        if (joinsNext) {
            return extend(conversation, before, next, message);
        }
        Session grown = left.isPresent() ? growth.grow(left.get(), message) : growth.begin(conversation, message);
        Session told = announcer.changed(conversation, standing.closed(conversation, before, grown));
        task.state().pastSessions().put(conversation, told);
        return new Placed(before, told);
    }

    /** Two sessions become one: the earlier survives, and the redirect goes out together with it. */
    private Placed bridge(ConversationKey conversation, ConversationState before, Session left, Session next) {
        Session both = growth.merge(left, next);
        if (!before.isNewest(next)) {
            Session survivor = announcer.announce(conversation, both);
            announcer.redirect(conversation, next, survivor.id());
            task.state().pastSessions().put(conversation, survivor);
            task.state().pastSessions().remove(conversation, next);
            return new Placed(before, survivor);
        }
        Session survivor = announcer.announce(conversation, standing.ofNewest(conversation, before, both));
        announcer.redirect(conversation, next, survivor.id());
        Placed placed = Placed.inNewest(before, survivor);
        task.state().conversations().putNow(conversation, placed.state());
        task.state().pastSessions().remove(conversation, survivor);
        return placed;
    }

    /** A session begins earlier than was known. */
    private Placed extend(ConversationKey conversation, ConversationState before, Session next, Message message) {
        Session grown = announcer.changed(conversation, growth.grow(next, message));
        if (before.isNewest(next)) {
            return Placed.inNewest(before, grown);
        }
        task.state().pastSessions().put(conversation, grown);
        task.state().pastSessions().remove(conversation, next);
        return new Placed(before, grown);
    }
}
