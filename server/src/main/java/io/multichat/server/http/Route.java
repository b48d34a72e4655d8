package io.multichat.server.http;

import io.javalin.http.Context;
import java.util.List;

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

    /** @throws IllegalArgumentException if the query is invalid; names the parameter */
    void answer(Context context) {
        resource.answer(context, new Parameters(context, QueryString.parse(context.queryString(), parameters)));
    }
}
