package io.multichat.server.http;

import io.multichat.server.request.EventBody;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the body of a request before a thread is spent on it, so that clients that send slowly keep nobody else from being answered.
 * The first block of a body is free; the others share a bounded memory, and a body that finds no room in it is refused. Bodies of
 * clients that may not write are left to the routes, which refuse them unread. Thread-safe.
 */
final class ArrivingBodies extends Handler.Wrapper {
    /** The size of a block: most bodies fit into one. */
    static final int BLOCK_BYTES = 64 << 10;

    private static final int MOST_BLOCKS = EventBody.MAX_BYTES / BLOCK_BYTES;

    private final Access access;
    private final RequestDeadline deadline;
    private final Semaphore blocks;

    /**
     * @param deadline for the arrival of a body
     * @param bytes the memory for bodies, without their first blocks; at least enough for one body
     */
    ArrivingBodies(Access access, RequestDeadline deadline, long bytes) {
        this.access = access;
        this.deadline = deadline;
        blocks = new Semaphore((int) Math.max(MOST_BLOCKS, Math.min(Integer.MAX_VALUE, bytes / BLOCK_BYTES)));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        boolean hasBody = headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
        if (!hasBody || !access.permitsWriting(headers)) {
            return super.handle(request, response, callback);
        }
        new ArrivingBody(request, response, callback, blocks).load(getHandler(), deadline);
        return true;
    }
}
