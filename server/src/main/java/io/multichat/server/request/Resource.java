package io.multichat.server.request;

import io.javalin.http.Context;

/** Answers the requests of a route. */
@FunctionalInterface
public interface Resource {
    /**
     * Answers a request.
     *
     * @throws IllegalArgumentException if the request is invalid; names the parameter
     */
    void answer(Context context, Parameters parameters);
}
