package io.multichat.topology.state;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of all sessions but the newest of each conversation, by start: where late messages find their place.
 *
 * <p>On disk, with a changelog, kept for ever or as long as {@code session.retention} says: a message may be late by years. Not cached: each session is written once
 * when the next one begins, and again only for a late message.
 */
public final class PastSessionStore {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    /** A view to read, from any thread. */
    public PastSessionStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** The last session that starts at or before {@code instant}. */
    public Optional<Session> startingUpTo(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                readable.reverseRange(conversation.bytesAt(0), conversation.bytesAt(instant))) {
            return found.hasNext() ? Optional.of(SessionCodec.decodeSession(found.next().value)) : Optional.empty();
        }
    }

    /** The first session that starts after {@code instant}. */
    public Optional<Session> startingAfter(ConversationKey conversation, long instant) {
        try (KeyValueIterator<Bytes, byte[]> found =
                readable.range(conversation.bytesAt(instant + 1), conversation.bytesAt(Long.MAX_VALUE))) {
            return found.hasNext() ? Optional.of(SessionCodec.decodeSession(found.next().value)) : Optional.empty();
        }
    }

    /** Adds a session or replaces the one of the same start; by the stream thread alone. */
    public void put(ConversationKey conversation, Session session) {
        writable().put(conversation.bytesAt(session.startedAt()), SessionCodec.encode(session));
    }

    /** Removes the session of that start; by the stream thread alone. */
    public void remove(ConversationKey conversation, Session session) {
        writable().delete(conversation.bytesAt(session.startedAt()));
    }

    KeyValueStore<Bytes, byte[]> writable() {
        return (KeyValueStore<Bytes, byte[]>) readable;
    }
}
