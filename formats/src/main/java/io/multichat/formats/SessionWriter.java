package io.multichat.formats;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.ShownMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes sessions to one file: for each session {@link #session}, then {@link #message} for each of its messages, and
 * {@link #complete} once at the end. Every call throws {@link IOException} when the file cannot be written. Used by one thread.
 */
public interface SessionWriter {
    /** Starts files of one format. Stateless. */
    @FunctionalInterface
    interface Opener {
        /**
         * Starts a file.
         *
         * @param output buffered; the caller flushes and closes it
         * @throws IOException when the beginning cannot be written
         */
        SessionWriter open(OutputStream output) throws IOException;
    }

    /** Begins a session. The messages that follow belong to it. */
    void session(SessionSnapshot session) throws IOException;

    /**
     * Adds a message to the current session. Messages come in the order of their positions.
     *
     * @param position the position of the message in its conversation
     * @param shown the message as it is shown
     */
    void message(MessagePosition position, ShownMessage shown) throws IOException;

    /**
     * Ends the file, so that a reader can tell a complete file from a truncated one.
     *
     * @param sessions number of sessions written
     * @param messages number of messages written
     */
    void complete(long sessions, long messages) throws IOException;
}
