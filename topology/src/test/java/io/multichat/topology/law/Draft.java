package io.multichat.topology.law;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A generated event whose conversation is not named yet.
 *
 * @param conversation number of the conversation
 * @param type type of the event
 * @param message number of the message that it creates or refers to
 * @param when its time
 * @param source number of the source partition
 * @param sender number of the sender; also the length of the text, in characters of two bytes
 * @param order the publisher's order, if any
 * @param eventId number that makes up the event id, if any
 */
record Draft(
        int conversation,
        EventType type,
        int message,
        When when,
        int source,
        int sender,
        Optional<Long> order,
        Optional<Integer> eventId) {
    private static final Sender.Role[] ROLES = Sender.Role.values();

    /** The reference point of a time. */
    enum Since {
        /** The start of the run, so that the latest of these times are just ahead of its clock. */
        START,
        /** The moment of publishing, less up to three half gaps. */
        NOW,
        /** Seven gaps before the moment of publishing, and up to three half gaps later. */
        EARLIER,
        /** Years before the start of the run. */
        YEARS_BEFORE,
        /** 1970. */
        EPOCH
    }

    /**
     * A time. Many of them differ by exactly the gap, or by a millisecond more or less.
     *
     * @param since the reference point
     * @param halves number of half gaps, 0 to {@link #LAST_HALF}
     * @param more additional milliseconds
     */
    record When(Since since, int halves, int more) {
        /** Times since the start go up to half a gap ahead. */
        static final int LAST_HALF = 15;

        private static final long YEARS_MS = 1_000L * 86_400_000;

        long at(long gapMs, long start, long now) {
            long half = Math.max(1, gapMs / 2);
            long step = halves * half + more;
            long behind = step - (LAST_HALF - 1) * half;
            return switch (since) {
                case START -> start + behind;
                case NOW -> now + (halves % 4 - 3) * half + more;
                case EARLIER -> now - (LAST_HALF - 1) * half + halves % 4 * half + more;
                case YEARS_BEFORE -> start - YEARS_MS + behind;
                case EPOCH -> Math.max(0, step);
            };
        }
    }

    /** The event in the first conversation. */
    Draft inFirst() {
        return new Draft(0, type, message, when, source, sender, order, eventId);
    }

    /** The event without the publisher's order. */
    Draft unordered() {
        return new Draft(conversation, type, message, when, source, sender, Optional.empty(), eventId);
    }

    /** The event in that conversation at that time. */
    ChatEvent in(Conversation named, long at) {
        boolean end = type == EventType.SESSION_ENDED || type.isCommand();
        return new ChatEvent(
                type,
                named,
                end ? Optional.empty() : Optional.of("m" + message),
                end
                        ? Optional.empty()
                        : Optional.of(new Sender("sender" + sender, Optional.empty(), ROLES[sender % ROLES.length])),
                at,
                order.map(OptionalLong::of).orElse(OptionalLong.empty()),
                eventId.map(id -> "e" + id),
                type.isCommand() ? command(named, at) : Content.ofText("\u00e9".repeat(sender)));
    }

    /** A deletion of the session around a time, an erasure of a sender up to it, or a hold for everybody or a sender. */
    private Content command(Conversation named, long at) {
        boolean ofSender = type == EventType.PARTICIPANT_ERASED || sender % 2 == 0;
        return new ErasureCommand(
                        Optional.of(SessionId.of(at, named.hash())),
                        ofSender ? Optional.of(ParticipantHash.of(named, "sender" + sender)) : Optional.empty(),
                        Optional.of("hold" + message % 2),
                        eventId.isPresent() ? Math.max(0, at - message * 60_000L) : 0,
                        order.isPresent() ? at : ChatEvent.MAX_TIME)
                .content(Map.of());
    }
}
