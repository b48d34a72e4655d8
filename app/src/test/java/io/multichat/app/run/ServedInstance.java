package io.multichat.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.app.testing.TestBroker;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.server.http.QueryServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/** An instance of {@code serve} in this process: topology and HTTP server on a broker, with a state of its own. */
final class ServedInstance implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final StreamsRunner streams;
    final URI uri;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ClosingStack parts = new ClosingStack();
    private final QueryServer server;

    /**
     * Starts the instance. Returns before it is running.
     *
     * @param state the folder of its state
     * @param sets assignments such as {@code partitions=2}
     */
    ServedInstance(TestBroker broker, Path state, Stores stores, String... sets) {
        Settings settings = TestBroker.settings(sets);
        LateParts late = LateParts.create(parts, settings);
        server = new QueryServerStart(late, new Readiness(), stores, settings).start(parts, 0);
        uri = server.uri();
        KafkaAccess kafka = broker.kafka(sets);
        late.connect(kafka);
        streams = parts.add(StreamsRunner.start(
                new StreamsProperties(kafka, settings, state, Optional.empty()).reachableAt(uri.getRawAuthority())));
        late.state().set(streams);
    }

    /** @param headers alternating names and values */
    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    JsonNode post(String event) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(uri + "/v1/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build());
        return json(response);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + response.body(), e);
        }
    }

    /** Stops the HTTP server; the topology keeps running. */
    void closeServer() {
        server.close();
    }

    @Override
    public void close() {
        parts.close();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
