package io.multichat.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.SessionReader;
import io.multichat.reading.search.MessageSearch;
import io.multichat.server.http.Access;
import io.multichat.server.http.Listener;
import io.multichat.server.http.QueryServer;
import io.multichat.server.live.LiveHub;
import io.multichat.server.security.ApiKeys;
import io.multichat.server.tiers.SearchTier;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The server on a free port, with a client. Its accounting is that of a topology that is still starting. */
public final class RunningServer implements AutoCloseable {
    public static final Access OPEN = new Access("127.0.0.1", ApiKeys.none());
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SessionReader> stores;
    private final MessageSearch search;
    private final QueryServer server;

    /** Passes on what a test publishes. */
    public final LiveHub live = new LiveHub(() -> {});

    /** The dead letters that clients read. */
    public final MemoryDeadLetters deadLetters = new MemoryDeadLetters();

    /** Erases what clients request. */
    public final MemoryErasures erasures = new MemoryErasures();

    /** Receives the events that clients publish. */
    public final MemoryPublisher publisher = new MemoryPublisher();

    /** A server without a message search. */
    public RunningServer(
            Access access, Function<SessionId, Optional<SessionSnapshot>> state, List<SessionReader> stores) {
        this(
                Listener.plain(access, 0),
                Tiers.of(state, new StoreChain(stores, Optional.empty()), () -> false),
                stores,
                new SqliteSearch(Path.of("missing.db")));
    }

    /** @param readers closed with the server */
    public RunningServer(Access access, Tiers tiers, List<SessionReader> readers, MessageSearch search) {
        this(Listener.plain(access, 0), tiers, readers, search);
    }

    /** @param readers closed with the server */
    public RunningServer(Listener listener, Tiers tiers, List<SessionReader> readers, MessageSearch search) {
        this.stores = readers;
        this.search = search;
        server = QueryServer.start(
                listener,
                new QueryServer.Answerers(
                        tiers,
                        new SearchTier("sqlite", search),
                        publisher,
                        live,
                        deadLetters,
                        deadLetters,
                        erasures,
                        StartingTopology.answers(),
                        () -> List.of("starting"),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    }

    /** A server without a key that answers from one file. */
    public static RunningServer on(Path file) {
        List<SessionReader> stores = List.of(new SqliteSessionReader(file));
        return new RunningServer(
                OPEN,
                Tiers.of(id -> Optional.empty(), new StoreChain(stores, Optional.empty()), () -> false),
                stores,
                new SqliteSearch(file));
    }

    public URI uri() {
        return server.uri();
    }

    /**
     * The answer, which must be as documented.
     *
     * @param headers alternating names and values
     */
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        DocumentedApi.require("GET", path, response);
        return response;
    }

    /**
     * The status line, headers and body of the answer to a request that is sent as it stands, because the JDK's client sends
     * only valid requests.
     *
     * @param request the request line and headers, without the empty line at the end
     */
    public String raw(String request) throws IOException {
        InetAddress address = InetAddress.getByName(uri().getHost());
        try (Socket socket = new Socket(address, uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((request + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    public static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** The detail of a problem document; fails for any other answer. */
    public static String problem(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = json(response);
        if (!type.startsWith("application/problem+json") || body.path("status").asInt() != response.statusCode()) {
            throw new AssertionError("not a problem document: " + type + " " + body);
        }
        return body.path("detail").asText();
    }

    @Override
    public void close() {
        server.close();
        stores.forEach(SessionReader::close);
        search.close();
    }
}
