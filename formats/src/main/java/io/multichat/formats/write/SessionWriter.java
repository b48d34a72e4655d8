package io.multichat.formats.write;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes sessions to one file: {@link #session} begins a session, {@link #message} and {@link #event} add what happened in it by
 * time, and {@link #complete} ends the file. In files of {@link FileLayout.Order#CHANNEL_DAYS}, sessions are not announced. Every
 * call throws {@link IOException} when the file cannot be written. Used by one thread.
 */
public interface SessionWriter extends Closeable {
    /** Begins a session, or continues one in another file. What follows belongs to it. */
    void session(ExportedSession session) throws IOException;

    /** Adds a message. */
    void message(ExportedMessage message) throws IOException;

    /** Adds an event that is not a version of a message: a join, a leave, the end of a session, or a reaction without its message. */
    void event(ExportedEvent event) throws IOException;

    /** Ends the file, so that a reader can tell a complete file from a truncated one. */
    void complete(FileCounts counts) throws IOException;

    /** Releases what the writer holds, also when the file is given up; the default holds nothing. */
    @Override
    default void close() throws IOException {}
}
