package io.multichat.server.http;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.multichat.server.tiers.Accounting;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.SessionTiers;
import io.multichat.server.tiers.TiersUnavailableException;
import java.net.URI;

/** The HTTP server, which routes requests to resources. Thread-safe. */
public final class QueryServer implements AutoCloseable {
    /**
     * The sources of the answers.
     *
     * @param tiers sessions and messages
     * @param search search of messages
     * @param accounting the outcome of all records
     * @param health the obstacles that keep the process from working, and what the stores lack
     */
    public record Answerers(SessionTiers tiers, SearchTier search, Accounting accounting, Health health) {}

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
        SessionResource session = new SessionResource(answerers.tiers());
        SessionListResource list = new SessionListResource(answerers.tiers());
        SearchResource search = new SearchResource(answerers.search());
        HealthResource health = new HealthResource(answerers.health());
        AccountingResource accounting = new AccountingResource(answerers.accounting());
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.before("/v1/*", access::require);
            config.routes.get("/livez", health::live);
            config.routes.get("/readyz", health::ready);
            config.routes.get("/v1/sessions", list::sessions);
            config.routes.get("/v1/sessions/{id}", session::session);
            config.routes.get("/v1/sessions/{id}/messages", session::messages);
            config.routes.get("/v1/search", search::search);
            config.routes.get("/v1/accounting", accounting::accounts);
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
