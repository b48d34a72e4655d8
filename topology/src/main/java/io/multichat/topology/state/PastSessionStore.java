package io.multichat.topology.state;

import io.multichat.topology.state.layers.Keyspace;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Store of all sessions except the newest of each conversation; late messages are placed with its help.
 *
 * <p>Sorted by T0, the time of the first accepted message, which never changes. This is also the order of the starts, because
 * sessions do not overlap and each contains its T0. A key with the start would move with every message of a session that is read
 * backwards, and searches would walk over the tombstones of the old keys.
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

    /** The session with this T0. */
    Optional<Session> withT0(ConversationKey conversation, long t0) {
        return Optional.ofNullable(records.get(conversation.bytesAt(t0))).map(SessionCodec::decodeSession);
    }

    /** The last session that starts at or before {@code instant}, and the first one that starts after it. */
    public Neighbors around(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> later =
                records.range(conversation.bytesAt(instant + 1), conversation.bytesAt(Long.MAX_VALUE))) {
            Optional<Session> first = next(later);
            if (first.isPresent() && first.get().startedAt() <= instant) {
                return new Neighbors(first, next(later));
            }
            return new Neighbors(withT0UpTo(conversation, instant), first);
        }
    }

    private Optional<Session> withT0UpTo(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> earlier =
                records.reverseRange(conversation.bytesAt(0), conversation.bytesAt(instant))) {
            return next(earlier);
        }
    }

    private static Optional<Session> next(KeyValueIterator<Bytes, byte[]> sessions) {
        return sessions.hasNext() ? Optional.of(SessionCodec.decodeSession(sessions.next().value)) : Optional.empty();
    }

    /** Adds a session or replaces the one with the same T0. Only the stream thread may call this. */
    public void put(ConversationKey conversation, Session session) {
        records.put(conversation.bytesAt(session.id().t0()), SessionCodec.encode(session));
    }

    /** Removes the session with the same T0. Only the stream thread may call this. */
    public void remove(ConversationKey conversation, Session session) {
        records.remove(conversation.bytesAt(session.id().t0()));
    }

    Keyspace records() {
        return records;
    }
}
