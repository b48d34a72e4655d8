package io.multichat.server.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets the body of a request that asks for it end with an error, as if the memory of the process were used up. */
final class BreakingBodies extends Handler.Wrapper {
    /** The header that names the number of bytes after which the body breaks. */
    static final String AFTER = "Break-After";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long after = request.getHeaders().getLongField(AFTER);
        return super.handle(after < 0 ? request : new Breaking(request, after), response, callback);
    }

    private static final class Breaking extends Request.Wrapper {
        private long left;

        Breaking(Request request, long after) {
            super(request);
            left = after;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                left -= chunk.remaining();
                if (left < 0) {
                    chunk.release();
                    throw new OutOfMemoryError("while a body arrives");
                }
            }
            return chunk;
        }
    }
}
