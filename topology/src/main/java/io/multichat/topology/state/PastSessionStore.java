package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of all sessions except the newest of each conversation, sorted by start; late messages are placed with its help.
 *
 * <p>On disk, with a changelog, kept forever or for {@code session.retention}, because a message may be years late. Not cached: a
 * session is written once when the next one begins, and again only for late messages.
 */
public final class PastSessionStore {
    private final Keyspace records;

    /** A view for any thread; only the stream thread, which passes a writable store, may change it. */
    public PastSessionStore(Keyspace records) {
        this.records = records;
    }

    /** The session that starts exactly at {@code instant}. */
    Optional<Session> startingAt(ConversationKey conversation, long instant) {
        return Optional.ofNullable(records.get(conversation.bytesAt(instant))).map(SessionCodec::decodeSession);
    }

    /** The last session that starts at or before {@code instant}. */
    public Optional<Session> startingUpTo(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                records.reverseRange(conversation.bytesAt(0), conversation.bytesAt(instant))) {
            return found.hasNext() ? Optional.of(SessionCodec.decodeSession(found.next().value)) : Optional.empty();
        }
    }

    /** The first session that starts after {@code instant}. */
    public Optional<Session> startingAfter(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                records.range(conversation.bytesAt(instant + 1), conversation.bytesAt(Long.MAX_VALUE))) {
            return found.hasNext() ? Optional.of(SessionCodec.decodeSession(found.next().value)) : Optional.empty();
        }
    }

    /** Adds a session or replaces the one with the same start. Only the stream thread may call this. */
    public void put(ConversationKey conversation, Session session) {
        records.put(conversation.bytesAt(session.startedAt()), SessionCodec.encode(session));
    }

    /** Removes the session with the same start. Only the stream thread may call this. */
    public void remove(ConversationKey conversation, Session session) {
        records.remove(conversation.bytesAt(session.startedAt()));
    }

    Keyspace records() {
        return records;
    }
}
