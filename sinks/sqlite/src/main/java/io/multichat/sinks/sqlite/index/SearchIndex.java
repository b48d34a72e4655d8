package io.multichat.sinks.sqlite.index;

import java.sql.SQLException;
import java.util.Optional;

/** The full-text index, as the message table updates it. Changes are collected until {@link #flush()} writes them. */
public interface SearchIndex {
    /** No index: ignores all changes. */
    SearchIndex NONE = new SearchIndex() {
        @Override
        public void added(long messageId, Entry entry) {
            // Nothing is indexed.
        }

        @Override
        public void changed(long messageId, Entry entry) {
            // Nothing is indexed.
        }

        @Override
        public void flush() {
            // Nothing is indexed.
        }
    };

    /**
     * What is indexed of a message.
     *
     * @param text the text that shows; a message without one is not in the index
     * @param scope where and by whom it is
     */
    record Entry(Optional<String> text, SearchScope scope) {}

    /**
     * Indexes a new message.
     *
     * @param messageId {@code messages.id}
     */
    void added(long messageId, Entry entry);

    /** Replaces the entry of a message that may be in the index. */
    void changed(long messageId, Entry entry);

    /** Writes the collected changes, within the open write transaction. */
    void flush() throws SQLException;
}
