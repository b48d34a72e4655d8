package io.multichat.server.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A client's stream of Server-Sent Events, written as fast as the client reads and without a thread of its own. A client that leaves too
 * much unread is told why and dropped; it continues with {@code Last-Event-ID}. So is a client that may not read any
 * more, as soon as there is something to send, which with heartbeats is soon; it does not receive what it had left unread.
 */
public final class SseConnection implements LiveOutput {
    private final ServletOutputStream out;
    private final AsyncContext async;
    private final ReadPermission permission;
    private final UnreadBlocks unread = new UnreadBlocks();
    private Optional<byte[]> last = Optional.empty();
    private boolean isWritable;
    private boolean isFlushed = true;
    private boolean isEnding;
    private boolean isClosed;

    private SseConnection(AsyncContext async, ServletOutputStream out, ReadPermission permission) {
        this.async = async;
        this.permission = permission;
        this.out = out;
    }

    /**
     * Begins to write to a client.
     *
     * @param async the request, whose headers are set; completed when the stream ends
     * @param permission whether the client may still read
     */
    public static SseConnection open(AsyncContext async, ReadPermission permission) {
        try {
            SseConnection connection =
                    new SseConnection(async, async.getResponse().getOutputStream(), permission);
            async.setTimeout(0);
            connection.out.setWriteListener(connection.new Writing());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void send(LiveBlock block) {
        if (!isOpen()) {
            return;
        }
        if (!permission.holds()) {
            refuse("the API key was withdrawn, or may not read any more; connect again with another key");
            return;
        }
        unread.add(block).ifPresentOrElse(this::refuse, this::write);
    }

    /** Ends the stream with an event that says why, instead of what is still unsent. */
    public synchronized void refuse(String reason) {
        unread.clear();
        last = Optional.of(
                ("event: dropped\ndata: {\"reason\":\"" + reason + "\"}\n\n").getBytes(StandardCharsets.UTF_8));
        isEnding = true;
        write();
    }

    @Override
    public synchronized void end() {
        isEnding = true;
        write();
    }

    @Override
    public synchronized boolean isOpen() {
        return !isEnding && !isClosed;
    }

    /** Writes what the client can take now; the container calls again when it can take more. */
    private synchronized void write() {
        try {
            while (isWritable && !isClosed && out.isReady()) {
                Optional<byte[]> block = unread.poll().or(() -> last);
                if (block.isPresent()) {
                    last = last.filter(end -> end != block.get());
                    out.write(block.get());
                    isFlushed = false;
                } else if (!isFlushed) {
                    isFlushed = true;
                    out.flush();
                } else if (isEnding) {
                    closed();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            closed();
        }
    }

    private synchronized void closed() {
        if (!isClosed) {
            isClosed = true;
            unread.clear();
            try {
                async.complete();
            } catch (IllegalStateException e) {
                // The connection is lost, and the container has completed the request itself.
                last = Optional.empty();
            }
        }
    }

    private final class Writing implements WriteListener {
        @Override
        public void onWritePossible() {
            synchronized (SseConnection.this) {
                isWritable = true;
                write();
            }
        }

        @Override
        public void onError(Throwable lost) {
            closed();
        }
    }
}
