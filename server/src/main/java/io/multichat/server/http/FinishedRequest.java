package io.multichat.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * A request whose answer was sent, or whose connection was lost. Holds nothing of the request that is private or unbounded: no path,
 * query, header or body.
 *
 * @param method a usual method, or {@code other}
 * @param route the path of the route with placeholders, or {@value #NO_ROUTE}
 * @param status the status of the answer
 * @param bytes the size of the body that was sent
 * @param nanos the time from the first byte of the request to the last one of the answer, in nanoseconds
 * @param key the name of the API key; empty without a valid key
 */
record FinishedRequest(String method, String route, int status, long bytes, long nanos, Optional<String> key) {
    /** The route of requests that no route answers. */
    static final String NO_ROUTE = "none";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String ROUTE = FinishedRequest.class.getName() + ".route";
    private static final String KEY = FinishedRequest.class.getName() + ".key";

    /** Notes the route of a request. */
    static void noteRoute(Context context, String route) {
        root(context).setAttribute(ROUTE, route);
    }

    /** Notes the name of a request's API key. */
    static void noteKey(Context context, String name) {
        root(context).setAttribute(KEY, name);
    }

    static FinishedRequest of(Request request, Response response) {
        return new FinishedRequest(
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                Optional.ofNullable((String) request.getAttribute(ROUTE)).orElse(NO_ROUTE),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                NanoTime.since(request.getBeginNanoTime()),
                Optional.ofNullable((String) request.getAttribute(KEY)));
    }

    private static Request root(Context context) {
        return Request.unWrap(ServletContextRequest.getServletContextRequest(context.req()));
    }
}
