package io.multichat.topology.law.model;

import io.multichat.events.SessionStatus.ClosedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The end of a session, announced or not: the first rule that applies after its last message.
 *
 * @param at the last instant at which another message would join, UTC milliseconds
 * @param by the rule; at the same instant an explicit end takes precedence over a cut, and a cut over silence
 */
public record PlainClosing(long at, ClosedBy by) {
    public static PlainClosing of(long lastMessageAt, PlainRules rules, Collection<Long> boundaries) {
        List<PlainClosing> all = new ArrayList<>();
        boundaries.stream()
                .filter(boundary -> boundary >= lastMessageAt)
                .forEach(boundary -> all.add(new PlainClosing(boundary, ClosedBy.END)));
        rules.maxDuration()
                .ifPresent(longest ->
                        all.add(new PlainClosing((lastMessageAt / longest + 1) * longest - 1, ClosedBy.BOUNDARY)));
        all.add(new PlainClosing(lastMessageAt + rules.gap(), ClosedBy.IDLE));
        return all.stream().min(Comparator.comparingLong(PlainClosing::at)).orElseThrow();
    }
}
