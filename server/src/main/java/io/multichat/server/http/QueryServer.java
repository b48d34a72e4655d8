package io.multichat.server.http;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.multichat.reading.MessagePage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.server.live.LiveHub;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.OverloadedException;
import io.multichat.server.reply.Problems;
import io.multichat.server.tiers.Accounting;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.Tiers;
import io.multichat.server.tiers.TiersUnavailableException;
import java.net.URI;
import java.util.List;

/** The HTTP server, which routes requests to resources. Thread-safe. */
public final class QueryServer implements AutoCloseable {
    /**
     * The sources of the answers.
     *
     * @param tiers sessions, messages and conversations
     * @param search search of messages
     * @param publisher publishes events
     * @param live live events
     * @param deadLetters the refused records
     * @param accounting the outcome of all records
     * @param health the obstacles that keep the process from working, and what the stores lack
     */
    public record Answerers(
            Tiers tiers,
            SearchTier search,
            EventPublisher publisher,
            LiveHub live,
            DeadLetterReader deadLetters,
            Accounting accounting,
            Health health) {}

    // A page is in memory up to three times while it is read: as the store sends it, as messages and as JSON.
    private static final long BYTES_PER_REQUEST = 3L * MessagePage.MAX_BYTES;
    private static final int SHARE_OF_HEAP = 4;
    private static final long PATIENCE_MS = 2_000;
    private static final long DEADLINE_MS = 60_000;

    private final Javalin javalin;
    private final String host;
    private final RequestDeadline deadline;
    private final LiveHub live;

    private QueryServer(Javalin javalin, String host, RequestDeadline deadline, LiveHub live) {
        this.javalin = javalin;
        this.host = host;
        this.deadline = deadline;
        this.live = live;
    }

    /**
     * Starts the server.
     *
     * @param access the address to listen on, and who may query; the probes are open to everyone
     * @param port 0: any free port
     * @throws PortInUseException when another program listens there
     */
    public static QueryServer start(Access access, int port, Answerers answerers) {
        long memory = Math.max(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, 2 * BYTES_PER_REQUEST);
        List<Route> routes = Routes.of(access, answerers, new AnswerMemory(memory, BYTES_PER_REQUEST, PATIENCE_MS));
        RequestDeadline deadline = new RequestDeadline(DEADLINE_MS);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            JettySettings.apply(config);
            config.routes.before("/v1/*", access::require);
            routes.forEach(route -> config.routes.addHttpHandler(
                    route.method(), route.path(), context -> route.answer(context, deadline)));
            config.routes.exception(IllegalArgumentException.class, Problems::badRequest);
            config.routes.exception(TiersUnavailableException.class, Problems::unavailable);
            config.routes.exception(OverloadedException.class, Problems::overloaded);
            config.routes.exception(HttpResponseException.class, Problems::refused);
            config.routes.exception(Exception.class, Problems::fault);
        });
        try {
            javalin.start(access.host(), port);
        } catch (JavalinBindException e) {
            deadline.close();
            throw new PortInUseException(port, e);
        }
        return new QueryServer(javalin, access.host(), deadline, answerers.live());
    }

    /** The base URL, for example {@code http://127.0.0.1:8080}. */
    public URI uri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port());
    }

    /** Stops after answering the current requests. Ends live streams. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
        deadline.close();
    }
}
