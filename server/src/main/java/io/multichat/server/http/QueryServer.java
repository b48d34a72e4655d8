package io.multichat.server.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.reading.MessagePage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.server.erase.ErasureRequests;
import io.multichat.server.live.LiveHub;
import io.multichat.server.metrics.RequestMeters;
import io.multichat.server.metrics.ServerMeters;
import io.multichat.server.publish.DeadLetterReplay;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.OverloadedException;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.EventBody;
import io.multichat.server.state.InstanceAnswers;
import io.multichat.server.tiers.CallCounts;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.Tiers;
import io.multichat.server.tiers.TiersUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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
     * @param replay publishes refused records again
     * @param erasures erases people and sessions
     * @param instances what the topology answers, on this instance and on all
     * @param health the obstacles that keep the process from working, and what the stores lack
     * @param metrics the metrics of the process, to which the server adds its own
     */
    public record Answerers(
            Tiers tiers,
            SearchTier search,
            EventPublisher publisher,
            LiveHub live,
            DeadLetterReader deadLetters,
            DeadLetterReplay replay,
            ErasureRequests erasures,
            InstanceAnswers instances,
            Health health,
            PrometheusMeterRegistry metrics) {}

    // A page is in memory up to three times while it is read: as the store sends it, as messages and as JSON.
    private static final long BYTES_PER_REQUEST = 3L * MessagePage.MAX_BYTES;
    // A body is in memory as it was sent, as events, and once more in the producer.
    private static final long BYTES_PER_BODY = 3L * EventBody.MAX_BYTES;
    private static final int ANSWERS_OF_HEAP = 4;
    private static final int BODIES_OF_HEAP = 8;
    private static final int ARRIVING_OF_HEAP = 8;
    private static final long PATIENCE_MS = 2_000;
    private static final long DEADLINE_MS = 60_000;

    private final Javalin javalin;
    private final Listener listener;
    private final RequestDeadline deadline;
    private final LiveHub live;

    private QueryServer(Javalin javalin, Listener listener, RequestDeadline deadline, LiveHub live) {
        this.javalin = javalin;
        this.listener = listener;
        this.deadline = deadline;
        this.live = live;
    }

    /**
     * Starts the server.
     *
     * @param listener where it listens, and who may query; the probes are open to everyone
     * @throws PortInUseException when another program listens there
     * @throws IllegalStateException when the certificate cannot be used
     */
    public static QueryServer start(Listener listener, Answerers answerers) {
        Access access = listener.access();
        long heap = Runtime.getRuntime().maxMemory();
        AnswerMemory answers =
                memory("answers", heap / ANSWERS_OF_HEAP, BYTES_PER_REQUEST, RequestDeadline::disconnect);
        // Who publishes waits for the broker, and not the other way round.
        AnswerMemory bodies = memory("bodies", heap / BODIES_OF_HEAP, BYTES_PER_BODY, context -> {});
        ArrivalMemory arriving = ArrivalMemory.of(heap / ARRIVING_OF_HEAP);
        List<Route> routes = Routes.of(listener, answerers, answers, bodies);
        Consumer<FinishedRequest> finished = new RequestCounting(new RequestMeters(answerers.metrics()));
        RequestDeadline deadline = new RequestDeadline(DEADLINE_MS);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            JettySettings.apply(
                    config, listener, listener.logsRequests() ? finished.andThen(new AccessLog()) : finished);
            config.jetty.modifyServer(server -> server.insertHandler(new ArrivingBodies(access, deadline, arriving)));
            config.routes.before("/v1/*", access::require);
            routes.stream()
                    .flatMap(Route::withHead)
                    .forEach(route -> config.routes.addHttpHandler(
                            route.method(), route.path(), context -> route.answer(context, access, deadline)));
            config.routes.exception(IllegalArgumentException.class, Problems::badRequest);
            config.routes.exception(TiersUnavailableException.class, Problems::unavailable);
            config.routes.exception(OverloadedException.class, Problems::overloaded);
            config.routes.exception(HttpResponseException.class, Problems::refused);
            config.routes.exception(Exception.class, Problems::fault);
        });
        try {
            javalin.start(access.host(), listener.port());
        } catch (JavalinBindException e) {
            deadline.close();
            throw new PortInUseException(listener.port(), e);
        }
        Map<String, CallCounts> calls = new TreeMap<>(answerers.tiers().calls());
        calls.put("search", answerers.search().counts());
        new ServerMeters(calls, answerers.live()).bindTo(answerers.metrics());
        return new QueryServer(javalin, listener, deadline, answerers.live());
    }

    /** The base URL, for example {@code http://127.0.0.1:8080}. */
    public URI uri() {
        return URI.create(listener.url(javalin.port()));
    }

    /** Stops after answering the current requests. Ends live streams. */
    @Override
    public void close() {
        live.close();
        javalin.stop();
        deadline.close();
    }

    /** At least enough for two requests. */
    private static AnswerMemory memory(String content, long bytes, long perRequest, Consumer<Context> disconnect) {
        return new AnswerMemory(content, Math.max(bytes, 2 * perRequest), perRequest, PATIENCE_MS, disconnect);
    }
}
