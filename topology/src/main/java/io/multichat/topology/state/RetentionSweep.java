package io.multichat.topology.state;

import io.multichat.topology.settings.TopologySettings;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/**
 * Removes sessions, boundaries, erasures and conversations that no accepted event can reach any more, because they are older than
 * {@code session.retention} plus the longest gap. Works in slices, so that each call does a bounded amount of work.
 */
public final class RetentionSweep {
    /** Maximum number of entries of each store per slice. */
    private static final int LIMIT = 200;

    private final TopologyState state;
    private final TopologySettings settings;
    private final long marginMs;
    private final StoreSweep pastSessions;
    private final StoreSweep boundaries;
    private final StoreSweep deletedSessions;
    private final StoreSweep erasedParticipants;
    private final StoreSweep conversations;

    public RetentionSweep(TopologyState state, TopologySettings settings) {
        this.state = state;
        this.settings = settings;
        this.marginMs = settings.rules().longestGap().toMillis();
        this.pastSessions = new StoreSweep(state.pastSessions().records());
        this.boundaries = new StoreSweep(state.boundaries().records());
        this.deletedSessions = new StoreSweep(state.erasures().intervals());
        this.erasedParticipants = new StoreSweep(state.erasures().participants());
        this.conversations = new StoreSweep(state.conversations().records());
    }

    /** Sweeps the next slice of each store; does nothing without a retention. Only the stream thread may call this. */
    public void slice(long now) {
        if (settings.retention().sessions().isEmpty()) {
            return;
        }
        long since = settings.retention().sessionsSince(now) - marginMs;
        pastSessions.slice(LIMIT, entry -> sweepSession(entry, since));
        boundaries.slice(LIMIT, entry -> sweepBoundary(entry, since));
        deletedSessions.slice(LIMIT, entry -> sweepDeletedSession(entry, since));
        erasedParticipants.slice(LIMIT, entry -> sweepErasedParticipant(entry, since));
        conversations.slice(LIMIT, entry -> sweepConversation(ConversationKey.of(entry.key), since));
    }

    private void sweepSession(KeyValue<Bytes, byte[]> entry, long since) {
        Session session = SessionCodec.decodeSession(entry.value);
        if (session.lastMessageAt() < since && !session.announced().pending()) {
            state.pastSessions().records().remove(entry.key);
            state.participants().remove(session.id());
        }
    }

    private void sweepBoundary(KeyValue<Bytes, byte[]> entry, long since) {
        if (ConversationKey.instantOf(entry.key) < since) {
            state.boundaries().records().remove(entry.key);
        }
    }

    private void sweepDeletedSession(KeyValue<Bytes, byte[]> entry, long since) {
        if (ConversationKey.instantOf(entry.key) < since) {
            state.erasures().intervals().remove(entry.key);
        }
    }

    private void sweepErasedParticipant(KeyValue<Bytes, byte[]> entry, long since) {
        if (ErasureStore.decode(entry.value) < since) {
            state.erasures().participants().remove(entry.key);
        }
    }

    /** Also restarts the numbering of the conversation's events, because no event that it numbered can be reached any more. */
    private void sweepConversation(ConversationKey key, long since) {
        ConversationState conversation = state.conversations().get(key);
        boolean reachable = conversation.lastBoundary() >= since
                || conversation.erasedUntil() >= since
                || conversation.lastArrivalAt() >= since
                || conversation
                        .newest()
                        .filter(newest ->
                                newest.isOpen() || newest.announced().pending() || newest.lastMessageAt() >= since)
                        .isPresent();
        if (!reachable) {
            state.conversations().remove(key);
            conversation.newest().ifPresent(newest -> state.participants().remove(newest.id()));
        }
    }
}
