package io.multichat.server.live;

/** The connection to a client. Never blocks. Thread-safe. */
public interface LiveOutput {
    /** Sends a block of the event stream in its turn. Ends a client that has fallen too far behind, and says so. */
    void send(LiveBlock block);

    /** Ends the stream after what was sent. */
    void end();

    /** False after the stream has ended. */
    boolean isOpen();
}
