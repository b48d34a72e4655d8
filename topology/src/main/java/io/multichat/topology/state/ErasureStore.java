package io.multichat.topology.state;

import io.multichat.events.ChatEvent;
import io.multichat.events.RejectReason;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of what was erased in each conversation: the intervals of deleted sessions, and the erased participants by their hashes.
 *
 * <p>On disk, with a changelog, and kept as long as sessions, because an erased event may be redelivered years later. Tens of bytes
 * for each deleted session and for each conversation of an erased participant. Not cached: it is read only for events that are not
 * newer than {@link ConversationState#erasedUntil()}, and in a conversation without an erasure every event is newer.
 */
public final class ErasureStore {
    private final Keyspace intervals;
    private final Keyspace participants;

    /**
     * A view for any thread; only the stream thread, which passes writable stores, may change it.
     *
     * @param intervals deleted sessions by the time of their last message; the values are their starts
     * @param participants erased participants; the values are the times up to which they are erased
     */
    public ErasureStore(Keyspace intervals, Keyspace participants) {
        this.intervals = intervals;
        this.participants = participants;
    }

    /**
     * Adds a marker. Of two markers of the same participant, the later one is kept. Deleted intervals that overlap become one, because a
     * search looks only at the first one that ends at or after an instant.
     */
    public void add(ConversationKey conversation, ErasureMarker marker) {
        if (marker.participant().isEmpty()) {
            ErasureMarker united = takeOverlapping(conversation, marker);
            intervals.put(conversation.bytesAt(united.until()), encode(united.from()));
            return;
        }
        ParticipantHash participant = marker.participant().get();
        long until = erased(conversation, participant)
                .map(known -> Math.max(known.until(), marker.until()))
                .orElse(marker.until());
        participants.put(conversation.bytesOf(participant.bytes()), encode(until));
    }

    /** Removes the intervals that overlap the one of a marker. Returns the interval of all of them. */
    private ErasureMarker takeOverlapping(ConversationKey conversation, ErasureMarker marker) {
        ErasureMarker united = marker;
        List<Bytes> taken = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                intervals.range(conversation.bytesAt(marker.from()), conversation.bytesAt(Long.MAX_VALUE))) {
            while (found.hasNext()) {
                KeyValue<Bytes, byte[]> next = found.next();
                long from = decode(next.value);
                if (from > united.until()) {
                    break;
                }
                united = ErasureMarker.ofSession(
                        Math.min(united.from(), from), Math.max(united.until(), ConversationKey.instantOf(next.key)));
                taken.add(next.key);
            }
        }
        taken.forEach(intervals::remove);
        return united;
    }

    /** The deleted session that contained an instant, UTC milliseconds; of sessions whose intervals overlap, all in one. */
    public Optional<ErasureMarker> deleted(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                intervals.range(conversation.bytesAt(instant), conversation.bytesAt(Long.MAX_VALUE))) {
            if (!found.hasNext()) {
                return Optional.empty();
            }
            KeyValue<Bytes, byte[]> next = found.next();
            return Optional.of(ErasureMarker.ofSession(decode(next.value), ConversationKey.instantOf(next.key)))
                    .filter(marker -> marker.from() <= instant);
        }
    }

    /** The marker of a participant who was erased. */
    public Optional<ErasureMarker> erased(ConversationKey conversation, ParticipantHash participant) {
        return Optional.ofNullable(participants.get(conversation.bytesOf(participant.bytes())))
                .map(until -> ErasureMarker.ofParticipant(participant, decode(until)));
    }

    /**
     * Why an event must be refused: what it belongs to was erased. Empty for an event that may be accepted.
     *
     * @param sentAt the time by which the event is stored, UTC milliseconds; empty for an edit or delete of an unknown message
     */
    public Optional<RejectReason> refusal(ConversationKey conversation, ChatEvent event, OptionalLong sentAt) {
        if (event.type().isCommand()) {
            return Optional.empty();
        }
        if (sentAt.isPresent() && deleted(conversation, sentAt.getAsLong()).isPresent()) {
            return Optional.of(RejectReason.SESSION_DELETED);
        }
        return event.sender()
                .flatMap(sender -> erased(conversation, ParticipantHash.of(event.conversation(), sender.id())))
                .filter(marker -> marker.covers(event, sentAt.orElse(event.at())))
                .map(marker -> RejectReason.PARTICIPANT_ERASED);
    }

    /** The deleted sessions, for a {@link StoreSweep}. */
    Keyspace intervals() {
        return intervals;
    }

    /** The erased participants, for a {@link StoreSweep}. */
    Keyspace participants() {
        return participants;
    }

    /** Reads a value: the start of a deleted session, or the time up to which a participant is erased. */
    static long decode(byte[] value) {
        return StateBytes.read(value, Varint::read);
    }

    private static byte[] encode(long time) {
        return StateBytes.write(out -> Varint.write(out, time));
    }
}
