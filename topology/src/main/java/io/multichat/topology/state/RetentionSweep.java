package io.multichat.topology.state;

import io.multichat.topology.settings.TopologySettings;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/**
 * Forgets sessions and boundaries that no accepted event can reach any more, since their age is beyond
 * {@code session.retention} by more than a gap. In slices, so that its work is bounded.
 */
public final class RetentionSweep {
    /** Entries of a store that one slice looks at. */
    private static final int LIMIT = 200;

    private final TopologyState state;
    private final TopologySettings settings;
    private final long marginMs;
    private final StoreSweep pastSessions;
    private final StoreSweep boundaries;
    private final StoreSweep conversations;

    public RetentionSweep(TopologyState state, TopologySettings settings) {
        this.state = state;
        this.settings = settings;
        this.marginMs = settings.rules().longestGap().toMillis();
        this.pastSessions = new StoreSweep(state.pastSessions().writable());
        this.boundaries = new StoreSweep(state.boundaries().store());
        this.conversations = new StoreSweep(state.conversations().store());
    }

    /** Does the next slice of the work; nothing when all is kept for ever. By the stream thread alone. */
    public void slice(long now) {
        if (settings.retention().sessions().isEmpty()) {
            return;
        }
        long since = settings.retention().sessionsSince(now) - marginMs;
        pastSessions.slice(LIMIT, entry -> forgetSession(entry, since));
        boundaries.slice(LIMIT, entry -> forgetBoundary(entry, since));
        conversations.slice(LIMIT, entry -> forgetConversation(ConversationKey.of(entry.key), since));
    }

    private void forgetSession(KeyValue<Bytes, byte[]> entry, long since) {
        Session session = SessionCodec.decodeSession(entry.value);
        if (session.lastMessageAt() < since && !session.announced().pending()) {
            state.pastSessions().writable().delete(entry.key);
            state.participants().remove(session.id());
        }
    }

    private void forgetBoundary(KeyValue<Bytes, byte[]> entry, long since) {
        if (ConversationKey.instantOf(entry.key) < since) {
            state.boundaries().store().delete(entry.key);
        }
    }

    /** Of a conversation also the sequence of its events begins anew: nothing that it ordered can be met again. */
    private void forgetConversation(ConversationKey key, long since) {
        ConversationState conversation = state.conversations().get(key);
        boolean reachable = conversation.lastBoundary() >= since
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
