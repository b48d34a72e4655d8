package io.multichat.topology.law.model;

import io.multichat.events.SessionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A session as a list of its messages.
 *
 * @param id of the session
 * @param messages in order, at least one
 */
public record PlainSession(SessionId id, List<PlainMessage> messages) {
    public long startedAt() {
        return first().sentAt();
    }

    public long lastMessageAt() {
        return last().sentAt();
    }

    public PlainMessage first() {
        return messages.get(0);
    }

    public PlainMessage last() {
        return messages.get(messages.size() - 1);
    }

    public boolean contains(long instant) {
        return startedAt() <= instant && instant <= lastMessageAt();
    }

    /** Splits messages into sessions: sorts them and starts a new session wherever a rule separates two neighbours. */
    public static List<List<PlainMessage>> split(
            Collection<PlainMessage> messages, PlainRules rules, Collection<Long> boundaries) {
        List<List<PlainMessage>> sessions = new ArrayList<>();
        long before = 0;
        for (PlainMessage each : messages.stream().sorted().toList()) {
            if (sessions.isEmpty() || separated(before, each.sentAt(), rules, boundaries)) {
                sessions.add(new ArrayList<>());
            }
            sessions.get(sessions.size() - 1).add(each);
            before = each.sentAt();
        }
        return sessions;
    }

    private static boolean separated(long one, long next, PlainRules rules, Collection<Long> boundaries) {
        return next - one > rules.gap()
                || boundaries.stream().anyMatch(boundary -> one <= boundary && boundary < next)
                || rules.maxDuration().stream().anyMatch(longest -> one / longest != next / longest);
    }
}
