package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A client of the HTTP API.
 *
 * @param http shared by all clients
 * @param server base URL of the server
 * @param path the path and query of the next question
 */
record ApiClient(HttpClient http, URI server, Function<SplittableRandom, String> path) implements ClosedLoop.Client {
    private static final int OK = 200;
    private static final int FEWEST_BYTES = 20;

    /** A value for a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void ask(SplittableRandom random) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path.apply(random))).build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK || answer.body().length < FEWEST_BYTES) {
            throw new BenchmarkException(request.uri() + " was answered by " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
