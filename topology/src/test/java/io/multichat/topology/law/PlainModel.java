package io.multichat.topology.law;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.topology.law.Draft.Published;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sessions of one conversation by their definition and with no regard to cost: all messages are sorted, and split where
 * neighbours are more than the gap apart. Message ids are ASCII.
 */
final class PlainModel {
    /** An accepted event: its place among the accepted ones, and the time under which it is kept. */
    record Accepted(Published published, long order, long sentAt) {
        String messageId() {
            return published.event().messageId().orElseThrow();
        }
    }

    /** What a session should be; times in UTC milliseconds. */
    record Expected(
            long startedAt,
            long lastMessageAt,
            long messages,
            long edits,
            long deletes,
            long textBytes,
            long senders,
            String firstMessageId,
            String lastMessageId) {}

    private final List<Accepted> accepted = new ArrayList<>();
    private int duplicates;
    private int refused;

    /** @param published what is published in a conversation, in that order */
    PlainModel(List<Published> published) {
        Set<String> identities = new HashSet<>();
        Map<String, Long> times = new HashMap<>();
        for (Published each : published) {
            ChatEvent event = each.event();
            String messageId = event.messageId().orElseThrow();
            if (identities.contains(identity(each))) {
                duplicates++;
            } else if (event.type().revisesMessage() && !times.containsKey(messageId)) {
                refused++;
            } else {
                identities.add(identity(each));
                if (event.type() == EventType.MESSAGE_CREATED) {
                    times.put(messageId, event.at());
                }
                long sentAt = event.type().revisesMessage() ? times.get(messageId) : event.at();
                accepted.add(new Accepted(each, event.order().orElse(accepted.size() + 1), sentAt));
            }
        }
    }

    List<Accepted> accepted() {
        return accepted;
    }

    int duplicates() {
        return duplicates;
    }

    int refused() {
        return refused;
    }

    /** The sessions by start. */
    List<Expected> sessions(long gapMs) {
        List<Accepted> messages = accepted.stream()
                .filter(each -> each.published().event().type() == EventType.MESSAGE_CREATED)
                .sorted(Comparator.comparingLong(Accepted::sentAt)
                        .thenComparingLong(Accepted::order)
                        .thenComparing(Accepted::messageId))
                .toList();
        List<Expected> sessions = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= messages.size(); i++) {
            if (i == messages.size()
                    || messages.get(i).sentAt() - messages.get(i - 1).sentAt() > gapMs) {
                sessions.add(session(messages.subList(start, i)));
                start = i;
            }
        }
        return sessions;
    }

    private Expected session(List<Accepted> messages) {
        Accepted first = messages.get(0);
        Accepted last = messages.get(messages.size() - 1);
        return new Expected(
                first.sentAt(),
                last.sentAt(),
                messages.size(),
                revisions(EventType.MESSAGE_EDITED, first.sentAt(), last.sentAt()),
                revisions(EventType.MESSAGE_DELETED, first.sentAt(), last.sentAt()),
                messages.stream().mapToLong(PlainModel::textBytes).sum(),
                messages.stream()
                        .map(each -> each.published().event().sender())
                        .distinct()
                        .count(),
                first.messageId(),
                last.messageId());
    }

    private long revisions(EventType type, long from, long to) {
        return accepted.stream()
                .filter(each -> each.published().event().type() == type)
                .filter(each -> from <= each.sentAt() && each.sentAt() <= to)
                .count();
    }

    private static long textBytes(Accepted message) {
        String text = message.published().event().content().text().orElse("");
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String identity(Published published) {
        ChatEvent event = published.event();
        if (event.type() == EventType.MESSAGE_CREATED) {
            return "message " + event.messageId().orElseThrow();
        }
        return event.eventId()
                .map(id -> "event " + id)
                .orElseGet(() -> "bytes " + HexFormat.of().formatHex(published.value()));
    }
}
