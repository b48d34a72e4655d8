package io.multichat.server.http;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.multichat.server.tiers.Accounting;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.SessionTiers;
import io.multichat.server.tiers.TiersUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** The HTTP server, which routes requests to resources. Thread-safe. */
public final class QueryServer implements AutoCloseable {
    /**
     * The sources of the answers.
     *
     * @param tiers sessions and messages
     * @param search search of messages
     * @param accounting the outcome of all records
     * @param obstacles the obstacles that keep the process from working; empty when it is ready
     */
    public record Answerers(
            SessionTiers tiers, SearchTier search, Accounting accounting, Supplier<List<String>> obstacles) {}

    private final Javalin javalin;
    private final String host;

    private QueryServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Starts the server.
     *
     * @param access the address to listen on, and who may query; the probes are open to everyone
     * @param port 0: any free port
     * @throws PortInUseException when another program listens there
     */
    public static QueryServer start(Access access, int port, Answerers answerers) {
        List<Route> routes = routes(answerers);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.before("/v1/*", access::require);
            routes.forEach(route -> config.routes.get(route.path(), route::answer));
            config.routes.exception(IllegalArgumentException.class, Problems::badRequest);
            config.routes.exception(TiersUnavailableException.class, Problems::unavailable);
            config.routes.exception(HttpResponseException.class, Problems::refused);
            config.routes.exception(Exception.class, Problems::fault);
        });
        try {
            javalin.start(access.host(), port);
        } catch (JavalinBindException e) {
            throw new PortInUseException(port, e);
        }
        return new QueryServer(javalin, access.host());
    }

    private static List<Route> routes(Answerers answerers) {
        SessionResource session = new SessionResource(answerers.tiers());
        SessionListResource list = new SessionListResource(answerers.tiers());
        SearchResource search = new SearchResource(answerers.search());
        HealthResource health = new HealthResource(answerers.obstacles());
        AccountingResource accounting = new AccountingResource(answerers.accounting());
        return List.of(
                new Route("/livez", List.of(), health::live),
                new Route("/readyz", List.of(), health::ready),
                new Route("/v1/sessions", SessionListResource.PARAMETERS, list::sessions),
                new Route("/v1/sessions/{id}", List.of(), session::session),
                new Route("/v1/sessions/{id}/messages", SessionResource.MESSAGES_PARAMETERS, session::messages),
                new Route("/v1/search", SearchResource.PARAMETERS, search::search),
                new Route("/v1/accounting", List.of(), accounting::accounts));
    }

    /** The base URL, for example {@code http://127.0.0.1:8080}. */
    public URI uri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port());
    }

    /** Stops after answering the current requests. */
    @Override
    public void close() {
        javalin.stop();
    }
}
