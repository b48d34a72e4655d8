package io.multichat.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Future;

/**
 * A path that answers GET.
 *
 * @param path the path, with placeholders in braces
 * @param parameters the names of the query parameters that it takes; a request with any other is refused
 * @param resource the answer
 */
record Route(String path, List<String> parameters, Resource resource) {
    /** Answers a request. */
    interface Resource {
        void answer(Context context, Parameters parameters);
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
