package io.multichat.server.http;

import io.multichat.server.reply.ProblemType;
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
        send(response, callback, code, ProblemType.of(code), detail(code, HttpStatus.getMessage(code), message));
        return true;
    }

    /** Answers with a problem document, and closes the connection. */
    static void send(Response response, Callback callback, int code, ProblemType type, String detail) {
        response.setStatus(code);
        // Jetty closes the connection, and a client that keeps connections must know.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        SecurityHeaders.addTo(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        byte[] document = Problems.document(type, code, HttpStatus.getMessage(code), detail);
        response.write(true, ByteBuffer.wrap(document), callback);
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
