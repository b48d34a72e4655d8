package io.multichat.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.request.QueryString;
import io.multichat.server.request.Resource;
import io.multichat.server.security.Scope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A path and the method that it answers.
 *
 * @param method GET, POST or DELETE
 * @param path the path, with placeholders in braces
 * @param parameters the names of the query parameters that it takes; a request with any other is refused
 * @param scope what the client must be permitted to do; empty if the path is open to everyone
 * @param resource the answer
 */
record Route(HandlerType method, String path, List<String> parameters, Optional<Scope> scope, Resource resource) {
    /** A whole session on a slow connection takes longer than any other answer. */
    private static final int DOWNLOAD_TIMES = 10;

    /** A path that answers GET to clients that may read. */
    static Route get(String path, List<String> parameters, Resource resource) {
        return new Route(HandlerType.GET, path, parameters, Optional.of(Scope.READ), resource);
    }

    /** A path that answers GET to everyone. */
    static Route open(String path, Resource resource) {
        return new Route(HandlerType.GET, path, List.of(), Optional.empty(), resource);
    }

    /** A path that answers POST to clients that may write. */
    static Route post(String path, Resource resource) {
        return new Route(HandlerType.POST, path, List.of(), Optional.of(Scope.WRITE), resource);
    }

    /** A path that answers DELETE to clients that may erase. */
    static Route delete(String path, List<String> parameters, Resource resource) {
        return new Route(HandlerType.DELETE, path, parameters, Optional.of(Scope.ADMIN), resource);
    }

    /** A path that answers GET to clients that may erase. */
    static Route administer(String path, Resource resource) {
        return new Route(HandlerType.GET, path, List.of(), Optional.of(Scope.ADMIN), resource);
    }

    /** The same path for HEAD, too, if it answers GET: Javalin would answer 200 without asking. */
    Stream<Route> withHead() {
        return method == HandlerType.GET
                ? Stream.of(this, new Route(HandlerType.HEAD, path, parameters, scope, resource))
                : Stream.of(this);
    }

    /**
     * Answers a request in time, whatever goes wrong on the way.
     *
     * @throws IllegalArgumentException if the query is invalid; names the parameter
     * @throws io.javalin.http.HttpResponseException if the client lacks the scope
     */
    void answer(Context context, Access access, RequestDeadline deadline) {
        FinishedRequest.noteRoute(context, path);
        scope.ifPresent(needed -> access.require(context, needed));
        Future<?> end = deadline.begin(context, path.equals(Routes.EXPORT) ? DOWNLOAD_TIMES : 1);
        try {
            resource.answer(context, new Parameters(context, QueryString.parse(context.queryString(), parameters)));
        } catch (Error e) {
            // Such as OutOfMemoryError, which one request may cause and others survive. Javalin handles
            // exceptions only.
            Problems.fault(e, context);
        } finally {
            if (path.equals(Routes.LIVE)) {
                end.cancel(false);
            }
        }
    }
}
