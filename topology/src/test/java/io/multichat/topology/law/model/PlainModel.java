package io.multichat.topology.law.model;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.topology.law.model.PlainOutcome.Accepted;
import io.multichat.topology.law.model.PlainOutcome.Refused;
import io.multichat.topology.law.model.PlainOutcome.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The expected outcome for the events of one conversation, straight from the definitions and without regard to cost: each event
 * recomputes everything.
 */
public final class PlainModel {
    private final PlainRules rules;
    private final PlainTimeline timeline;
    private final Map<String, Long> messages = new HashMap<>();
    private final PlainErasures erasures;
    private final PlainOutcome outcome = new PlainOutcome(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    public PlainModel(Conversation conversation, PlainRules rules) {
        this.rules = rules;
        this.timeline = new PlainTimeline(conversation.key(), rules);
        this.erasures = new PlainErasures(timeline, outcome);
    }

    /** An event arrives at {@code now}, UTC milliseconds of the wall clock. An event that is too late is never a duplicate. */
    public void arrives(Published published, long now) {
        OptionalLong time = time(published.event());
        boolean known = outcome.has(published.identity());
        boolean revises = published.event().type().revisesMessage();
        boolean late = time.isPresent() && rules.isTooLate(time.getAsLong(), now);
        if (known && (revises || !late)) {
            outcome.duplicates().add(published);
        } else if (late) {
            outcome.refused().add(new Refused(published, RejectReason.TOO_LATE));
        } else if (!erasures.decides(published, time)) {
            if (time.isEmpty()) {
                waits(new Waiting(published, now));
            } else {
                accept(published);
            }
        }
    }

    /** A tick. */
    public void ticks(long now) {
        List<Waiting> over = outcome.waiting().stream()
                .filter(each -> each.since() + rules.editWait() <= now)
                .toList();
        outcome.waiting().removeAll(over);
        over.forEach(each -> outcome.refused().add(new Refused(each.published(), RejectReason.UNKNOWN_MESSAGE)));
    }

    private void waits(Waiting edit) {
        boolean full = rules.waitingEdits().stream()
                .anyMatch(limit -> outcome.waiting().size() >= limit);
        if (full || rules.editWait() == 0) {
            outcome.refused().add(new Refused(edit.published(), RejectReason.UNKNOWN_MESSAGE));
        } else {
            outcome.waiting().add(edit);
        }
    }

    private void accept(Published published) {
        ChatEvent event = published.event();
        long order = event.order().orElse(outcome.accepted().size() + 1);
        switch (event.type()) {
            case MESSAGE_CREATED -> {
                messages.put(event.messageId().orElseThrow(), event.at());
                timeline.add(PlainMessage.of(event, order));
                outcome.accepted().add(placed(published, order));
                release(event.messageId().orElseThrow());
            }
            case SESSION_ENDED -> {
                PlainTimeline.Ended end = timeline.end(event.at());
                outcome.accepted().add(new Accepted(published, order, event.at(), end.session(), end.boundary()));
            }
            default -> outcome.accepted().add(placed(published, order));
        }
    }

    private void release(String messageId) {
        List<Waiting> released = outcome.waiting().stream()
                .filter(each -> each.published().event().messageId().equals(Optional.of(messageId)))
                .sorted(Comparator.comparing(each -> each.published().identity()))
                .toList();
        outcome.waiting().removeAll(released);
        released.forEach(each -> accept(each.published()));
    }

    private Accepted placed(Published published, long order) {
        long sentAt = time(published.event()).getAsLong();
        Optional<SessionId> session = timeline.containing(sentAt).map(PlainSession::id);
        return new Accepted(published, order, sentAt, session, OptionalLong.empty());
    }

    /** The time of an event; for an edit or delete that of its message, empty while the message is unknown. */
    private OptionalLong time(ChatEvent event) {
        if (!event.type().revisesMessage()) {
            return OptionalLong.of(event.at());
        }
        Long sentAt = messages.get(event.messageId().orElseThrow());
        return sentAt == null ? OptionalLong.empty() : OptionalLong.of(sentAt);
    }

    public PlainTimeline timeline() {
        return timeline;
    }

    public PlainOutcome outcome() {
        return outcome;
    }
}
