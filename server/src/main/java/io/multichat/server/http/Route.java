package io.multichat.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.request.QueryString;
import io.multichat.server.request.Resource;
import java.util.List;
import java.util.concurrent.Future;

/**
 * A path and the method that it answers.
 *
 * @param method GET or POST
 * @param path the path, with placeholders in braces
 * @param parameters the names of the query parameters that it takes; a request with any other is refused
 * @param resource the answer
 */
record Route(HandlerType method, String path, List<String> parameters, Resource resource) {
    /** A path that answers GET. */
    static Route get(String path, List<String> parameters, Resource resource) {
        return new Route(HandlerType.GET, path, parameters, resource);
    }

    /** A path that answers POST. */
    static Route post(String path, Resource resource) {
        return new Route(HandlerType.POST, path, List.of(), resource);
    }

    /**
     * Answers a request in time, whatever goes wrong on the way.
     *
     * @throws IllegalArgumentException if the query is invalid; names the parameter
     */
    void answer(Context context, RequestDeadline deadline) {
        Future<?> end = deadline.begin(context);
        try {
            resource.answer(context, new Parameters(context, QueryString.parse(context.queryString(), parameters)));
        } catch (Error e) {
            // Such as OutOfMemoryError, which one request may cause and others survive. Javalin handles
            // exceptions only.
            Problems.fault(e, context);
        } finally {
            end.cancel(false);
        }
    }
}
