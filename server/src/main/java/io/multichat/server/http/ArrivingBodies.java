package io.multichat.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes the body of a request before a thread is spent on it, so that clients that send slowly keep nobody else from being answered.
 * They share a bounded memory, and a body that finds no room in it is refused. Bodies of clients that may not write are left to the
 * routes, which refuse them unread. Thread-safe.
 */
final class ArrivingBodies extends Handler.Wrapper {
    private final Access access;
    private final RequestDeadline deadline;
    private final ArrivalMemory memory;

    /**
     * @param deadline for the arrival of a body
     * @param memory for bodies
     */
    ArrivingBodies(Access access, RequestDeadline deadline, ArrivalMemory memory) {
        this.access = access;
        this.deadline = deadline;
        this.memory = memory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        boolean hasBody = headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
        if (!hasBody || !access.permitsWriting(headers)) {
            return super.handle(request, response, callback);
        }
        new ArrivingBody(request, response, callback, memory).load(getHandler(), deadline);
        return true;
    }
}
