package io.multichat.reading.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one store holds, read in one pass and in no particular order. For one thread. */
public interface StoreAudit {
    /** What a store promises. */
    enum Promise {
        /** Everything is written here first; old data may be dropped. */
        SOURCE,
        /** Keeps everything. */
        EVERYTHING,
        /** Drops old data, so that only what it does hold must be right. */
        PART
    }

    /** The store's name, such as {@code sqlite}. */
    String name();

    /** What the store promises. */
    Promise promise();

    /**
     * How far the store has read the topics, by topic and partition, such as {@code chat-transcript-0}. What a record from there on holds
     * may not be in the store yet. Empty if it is unknown.
     *
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    default Optional<Map<String, Long>> positions() {
        return Optional.empty();
    }

    /**
     * Reads the store.
     *
     * @return what is wrong with the store itself, such as a changed file; one line each
     * @throws io.multichat.reading.StoreException if the store cannot be read
     */
    List<String> read(AuditSink sink);
}
