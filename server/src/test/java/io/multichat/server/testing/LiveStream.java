package io.multichat.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A client that follows live events. */
public final class LiveStream implements AutoCloseable {
    private final BufferedReader lines;
    private final List<String> idsWithoutEvents = new ArrayList<>();

    /**
     * An event of the stream.
     *
     * @param id null if it has none
     */
    public record Block(String id, String name, String data) {}

    private LiveStream(InputStream stream) {
        lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
    }

    /**
     * Connects, and waits until the server has added the client.
     *
     * @param last the last id; null to begin now
     * @param headers alternating names and values of further headers
     */
    public static LiveStream open(RunningServer server, String query, String last, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + "/v1/live" + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError(response.statusCode() + " " + type);
        }
        return new LiveStream(response.body());
    }

    /** The next event; fails at the end of the stream. */
    public Block next() throws IOException {
        return Objects.requireNonNull(read(), "the stream has ended");
    }

    /** The last event of a stream that ends. */
    public Block lastBeforeTheEnd() throws IOException {
        Block last = null;
        for (Block block = read(); block != null; block = read()) {
            last = block;
        }
        return last;
    }

    /** The ids of blocks without an event, so far. */
    public List<String> idsWithoutEvents() {
        return idsWithoutEvents;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Block read() throws IOException {
        String id = null;
        String name = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                lines.readLine();
                return new Block(id, name, line.substring(6));
            } else if (line.isEmpty() && id != null) {
                idsWithoutEvents.add(id);
                id = null;
            }
        }
        return null;
    }
}
