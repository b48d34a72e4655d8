package io.multichat.jobs.client;

import io.multichat.events.ChatEvent;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was erased in one conversation. Finds by time and sender what covers an event, because a retention rule may delete thousands of
 * sessions of one conversation. In memory. Used by one thread.
 */
final class ConversationErasures {
    /** The end of each deleted interval by its start; intervals that overlap are one, since both remove the same. */
    private final NavigableMap<Long, Long> deleted = new TreeMap<>();
    /** The last time that is erased of each participant; a later erasure includes an earlier one. */
    private final Map<ParticipantHash, Long> participants = new HashMap<>();

    private long participantsUntil = Long.MIN_VALUE;

    void add(ErasureMarker marker) {
        marker.participant()
                .ifPresentOrElse(
                        participant -> addParticipant(participant, marker.until()),
                        () -> addDeleted(marker.from(), marker.until()));
    }

    /**
     * What covers an event, as {@link ErasureMarker#covers} says.
     *
     * @param sentAt the time by which the event is stored, in UTC milliseconds
     */
    List<ErasureMarker> covering(ChatEvent event, long sentAt) {
        return Stream.concat(deletedAt(sentAt).stream(), ofSender(event, sentAt).stream())
                .filter(marker -> marker.covers(event, sentAt))
                .toList();
    }

    /** True if a participant is erased up to this time or a later one, so that a message of this time may be only a remainder. */
    boolean mayHaveRemainder(long sentAt) {
        return sentAt <= participantsUntil;
    }

    private void addParticipant(ParticipantHash participant, long until) {
        participants.merge(participant, until, Math::max);
        participantsUntil = Math.max(participantsUntil, until);
    }

    private void addDeleted(long from, long until) {
        long start = from;
        long end = until;
        Map.Entry<Long, Long> before = deleted.floorEntry(end);
        while (before != null && before.getValue() >= start) {
            deleted.remove(before.getKey());
            start = Math.min(start, before.getKey());
            end = Math.max(end, before.getValue());
            before = deleted.floorEntry(end);
        }
        if (start <= end) {
            deleted.put(start, end);
        }
    }

    private Optional<ErasureMarker> deletedAt(long sentAt) {
        return Optional.ofNullable(deleted.floorEntry(sentAt))
                .map(interval -> ErasureMarker.ofSession(interval.getKey(), interval.getValue()));
    }

    private Optional<ErasureMarker> ofSender(ChatEvent event, long sentAt) {
        if (!mayHaveRemainder(sentAt)) {
            return Optional.empty();
        }
        return event.sender()
                .map(sender -> ParticipantHash.of(event.conversation(), sender.id()))
                .filter(participants::containsKey)
                .map(participant -> ErasureMarker.ofParticipant(participant, participants.get(participant)));
    }
}
