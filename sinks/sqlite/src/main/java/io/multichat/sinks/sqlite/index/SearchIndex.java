package io.multichat.sinks.sqlite.index;

import java.sql.SQLException;

/** Learns which texts messages have. Changes are collected and written by {@link #flush()}. */
public interface SearchIndex {
    /** Takes nothing down. */
    SearchIndex NONE = new SearchIndex() {
        @Override
        public void added(long messageId, String text) {
            // Nothing is indexed.
        }

        @Override
        public void changed(long messageId, String text) {
            // Nothing is indexed.
        }

        @Override
        public void flush() {
            // Nothing is indexed.
        }
    };

    /**
     * A new message.
     *
     * @param messageId {@code messages.id}
     * @param text null when it has none
     */
    void added(long messageId, String text);

    /** Another text, or none, of a message that may be indexed. */
    void changed(long messageId, String text);

    /** Writes what was collected, within the transaction that is open. */
    void flush() throws SQLException;
}
