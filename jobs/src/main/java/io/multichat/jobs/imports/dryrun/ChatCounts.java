package io.multichat.jobs.imports.dryrun;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.jobs.imports.read.ReadingReport;
import java.util.OptionalLong;

/** Counts messages, system lines, senders and conversations. Used by one thread. */
final class ChatCounts {
    private final DistinctNames senders = new DistinctNames();
    private final DistinctNames conversations = new DistinctNames();
    private long messages;
    private long system;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Edits, deletes, reactions and ends of sessions are not counted. */
    void add(ChatEvent event) {
        boolean created = event.type() == EventType.MESSAGE_CREATED;
        boolean presence = event.type() == EventType.PARTICIPANT_JOINED || event.type() == EventType.PARTICIPANT_LEFT;
        if (!created && !presence) {
            return;
        }
        first = Math.min(first, event.at());
        last = Math.max(last, event.at());
        conversations.add(event.conversation().key());
        Sender sender = event.sender().orElseThrow();
        if (created && isParticipant(sender.role())) {
            messages++;
            senders.add(sender.id());
        } else {
            system++;
        }
    }

    DryRunReport report(ReadingReport reading) {
        boolean any = first <= last;
        return new DryRunReport(
                reading,
                messages,
                system,
                senders.count(),
                conversations.count(),
                any ? OptionalLong.of(first) : OptionalLong.empty(),
                any ? OptionalLong.of(last) : OptionalLong.empty());
    }

    private static boolean isParticipant(Sender.Role role) {
        return switch (role) {
            case USER, ASSISTANT, BOT -> true;
            case SYSTEM, TOOL -> false;
        };
    }
}
