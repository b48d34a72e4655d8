package io.multichat.sinks.sqlite.index;

import java.sql.SQLException;
import java.util.Optional;

/** The full-text index, as the message table updates it. Changes are collected until {@link #flush()} writes them. */
public interface SearchIndex {
    /** No index: ignores all changes. */
    SearchIndex NONE = new SearchIndex() {
        @Override
        public void added(long messageId, Optional<String> text) {
            // Nothing is indexed.
        }

        @Override
        public void changed(long messageId, Optional<String> text) {
            // Nothing is indexed.
        }

        @Override
        public void flush() {
            // Nothing is indexed.
        }
    };

    /**
     * Indexes a new message.
     *
     * @param messageId {@code messages.id}
     * @param text the text that shows; empty if the message has none
     */
    void added(long messageId, Optional<String> text);

    /** Replaces the text of a message that may be in the index; an empty text removes the message. */
    void changed(long messageId, Optional<String> text);

    /** Writes the collected changes, within the open write transaction. */
    void flush() throws SQLException;
}
