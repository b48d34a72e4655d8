package io.multichat.server.http;

import io.multichat.server.reply.Problems;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that do not reach a route, such as one with an invalid request line, with problem documents instead of HTML. */
final class JettyProblems implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int code = response.getStatus();
        Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        // Jetty closes the connection, and a client that keeps connections must know.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        SecurityHeaders.addTo(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        response.write(true, ByteBuffer.wrap(document(code, message)), callback);
        return true;
    }

    private static byte[] document(int code, Object message) {
        String title = HttpStatus.getMessage(code);
        return Problems.document(code, title, detail(code, title, message));
    }

    /** Internal errors are not described to clients. */
    private static String detail(int code, String title, Object message) {
        if (code == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return Problems.INTERNAL;
        }
        String detail = Objects.requireNonNullElse(message, title).toString();
        return detail.equals(HttpStatus.getMessage(HttpStatus.BAD_REQUEST_400))
                ? "the request line or a header is malformed"
                : detail;
    }
}
