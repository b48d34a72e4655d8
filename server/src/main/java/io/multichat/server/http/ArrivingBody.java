package io.multichat.server.http;

import io.multichat.server.reply.ProblemType;
import io.multichat.server.request.EventBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request whose body is loaded without blocking a thread, and is then read from memory. For one thread at a time. */
final class ArrivingBody extends Request.Wrapper {
    private final Response response;
    private final Callback callback;
    private final ArrivedBlocks blocks;
    private Future<?> end;
    private long size;

    /** @param memory shared by all bodies */
    ArrivingBody(Request request, Response response, Callback callback, ArrivalMemory memory) {
        super(request);
        this.response = response;
        this.blocks = new ArrivedBlocks(memory);
        this.callback = Callback.from(callback, blocks::release);
    }

    /** Passes the request to the handler as soon as all of the body is there. */
    void load(Handler handler, RequestDeadline deadline) {
        end = deadline.begin(this);
        arrive(handler);
    }

    @Override
    public Content.Chunk read() {
        if (blocks.isEmpty()) {
            return super.read();
        }
        ByteBuffer block = blocks.poll();
        return Content.Chunk.from(block, blocks.isEmpty());
    }

    /** Takes what has arrived, and comes back when there is more. */
    private void arrive(Handler handler) {
        try {
            takeAll(handler);
        } catch (Throwable e) {
            // Such as an OutOfMemoryError: the blocks must be free again.
            end.cancel(false);
            blocks.clear();
            callback.failed(e);
        }
    }

    private void takeAll(Handler handler) {
        while (true) {
            Content.Chunk chunk = getWrapped().read();
            if (chunk == null) {
                getWrapped().demand(() -> arrive(handler));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(chunk.getFailure());
                return;
            }
            boolean isLast = chunk.isLast();
            try {
                if (!take(chunk)) {
                    return;
                }
            } finally {
                chunk.release();
            }
            if (isLast) {
                end.cancel(false);
                handle(handler);
                return;
            }
        }
    }

    /** False if the body is refused instead. */
    private boolean take(Content.Chunk chunk) {
        size += chunk.remaining();
        if (size > EventBody.MAX_BYTES) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, ProblemType.TOO_LARGE, EventBody.TOO_LARGE);
            return false;
        }
        if (getLength() > EventBody.MAX_BYTES) {
            // Not kept; refused once a client that writes before it reads has sent most of it.
            return true;
        }
        if (!blocks.add(chunk.getByteBuffer(), getLength())) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            refuse(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    ProblemType.OVERLOADED,
                    "too many bodies are arriving; retry in a moment");
            return false;
        }
        return true;
    }

    private void handle(Handler handler) {
        try {
            if (!handler.handle(this, response, callback)) {
                Response.writeError(this, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(this, response, callback, e);
        }
    }

    private void refuse(Throwable failure) {
        if (failure instanceof TimeoutException) {
            refuse(HttpStatus.REQUEST_TIMEOUT_408, ProblemType.HTTP, "the body has not arrived in time; send it again");
        } else {
            refuse(
                    HttpStatus.BAD_REQUEST_400,
                    ProblemType.INVALID_REQUEST,
                    "the body ends early or is malformed; send all of it in one request");
        }
    }

    private void refuse(int status, ProblemType type, String detail) {
        end.cancel(false);
        blocks.clear();
        JettyProblems.send(response, callback, status, type, detail);
    }
}
