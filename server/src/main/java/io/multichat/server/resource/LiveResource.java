package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.multichat.events.SessionId;
import io.multichat.server.live.LiveFilter;
import io.multichat.server.live.LiveHub;
import io.multichat.server.live.LivePosition;
import io.multichat.server.live.ReadPermission;
import io.multichat.server.live.SseConnection;
import io.multichat.server.request.ConversationParameters;
import io.multichat.server.request.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Live events and snapshots as Server-Sent Events. */
public final class LiveResource {
    public static final List<String> PARAMETERS =
            List.of("conversation", "platform", "channel", "thread", "threads", "session", "snapshots");

    private static final String TYPE = "text/event-stream; charset=utf-8";

    private final LiveHub hub;
    private final Function<Context, BooleanSupplier> access;

    /** @param access whether a request may still read, while its stream lasts */
    public LiveResource(LiveHub hub, Function<Context, BooleanSupplier> access) {
        this.hub = hub;
        this.access = access;
    }

    /**
     * {@code GET /v1/live?platform=|conversation=&threads=|session=&snapshots=}: the events and snapshots from now on, or from the {@code Last-Event-ID} on. The
     * stream ends when the client leaves, falls behind or may not read any more, or when the server stops.
     */
    public void live(Context context, Parameters parameters) {
        LiveFilter filter = new LiveFilter(
                parameters.text("platform"),
                new ConversationParameters(parameters).conversation(),
                new ConversationParameters(parameters).withThreads(),
                parameters.text("session").map(id -> Parameters.parsed("session", id, SessionId::parse)),
                parameters.flag("snapshots"));
        Optional<LivePosition> after = Optional.ofNullable(context.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .map(id -> Parameters.parsed("Last-Event-ID", id, LivePosition::parse));
        if (context.method() == HandlerType.HEAD) {
            context.contentType(TYPE);
            return;
        }
        hub.awaitReader();
        context.contentType(TYPE);
        context.future(() -> follow(context, filter, after));
    }

    /**
     * Called once the request is asynchronous.
     *
     * @return never completes: the connection completes the request, without the steps that follow the answers of other routes
     */
    private CompletableFuture<Void> follow(Context context, LiveFilter filter, Optional<LivePosition> after) {
        SseConnection connection =
                SseConnection.open(context.req().getAsyncContext(), new ReadPermission(access.apply(context)));
        if (!hub.subscribe(filter, after, connection)) {
            connection.refuse("too many clients follow live events; reconnect later");
        }
        return new CompletableFuture<>();
    }
}
