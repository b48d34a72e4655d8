package io.multichat.jobs.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A client of Multichat's HTTP server. Thread-safe. */
public final class ServerClient {
    private static final int UNAVAILABLE = 503;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final URI server;
    private final Optional<String> apiKey;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Connects at the first request.
     *
     * @param server for example {@code http://127.0.0.1:8080}; its path, if any, is the prefix of all requests
     * @param apiKey empty when the server requires none
     */
    public ServerClient(URI server, Optional<String> apiKey) {
        this.server = server;
        this.apiKey = apiKey;
    }

    /**
     * The JSON of a resource. Numbers other than 64-bit integers are kept as text: their nodes have no numeric value but print
     * exactly as received.
     *
     * @param path starts with a slash; encoded
     * @param query names and values, not encoded
     * @param alsoAccepted statuses whose bodies are answers, too
     * @throws ServerException when there is no answer within 30 seconds or its status is neither 200 nor one of these
     */
    public JsonNode get(String path, Map<String, String> query, Integer... alsoAccepted) {
        return get(path, query, false, alsoAccepted);
    }

    /**
     * Like {@link #get(String, Map, Integer...)}.
     *
     * @param exactRevisions true to keep the elements of {@code revisions} as text as well, like every {@code event}
     */
    public JsonNode get(String path, Map<String, String> query, boolean exactRevisions, Integer... alsoAccepted) {
        HttpRequest.Builder request = request(path, query).header("Accept", "application/json");
        try {
            HttpResponse<byte[]> response = send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 && !List.of(alsoAccepted).contains(response.statusCode())) {
                throw refused(response.statusCode(), response.body());
            }
            return ExactJson.read(response.body(), exactRevisions);
        } catch (JsonProcessingException e) {
            throw new ServerException(
                    "the server at " + server + " is not Multichat: its answer is not JSON", false, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Opens an event stream, which the caller closes.
     *
     * @param lastEventId the id of the last event that was received; empty for the first connection
     * @throws ServerException when the stream does not begin within 30 seconds or its status is not 200
     */
    InputStream open(String path, Map<String, String> query, String lastEventId) {
        HttpRequest.Builder request = request(path, query).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> response = send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                try (InputStream body = response.body()) {
                    throw refused(response.statusCode(), body.readAllBytes());
                }
            }
            return response.body();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path, query)).timeout(ANSWER).GET();
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while waiting for " + server, false, e);
        }
    }

    private URI uri(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = server.toString().replaceFirst("/+$", "");
        return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** The error with the text of a problem document (RFC 9457), or with the status when the answer is something else. */
    private ServerException refused(int status, byte[] body) {
        return new ServerException(refusal(status, body), status == UNAVAILABLE);
    }

    private String refusal(int status, byte[] body) {
        try {
            JsonNode problem = ExactJson.read(body, false);
            String title = problem.path("title").asText("");
            String detail = problem.path("detail").asText("");
            if (!title.isEmpty() || !detail.isEmpty()) {
                return title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
            }
        } catch (IOException e) {
            // Not a problem document: another server, or a proxy in between.
            return "the server at " + server + " is not Multichat: status " + status;
        }
        return server + " answered with status " + status;
    }

    private ServerException unreachable(IOException e) {
        if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
            return new ServerException(
                    "the server at " + server + " did not answer in " + ANSWER.toSeconds() + " s", true, e);
        }
        String why = e instanceof ConnectException || e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return new ServerException(
                "no server answers at " + server + why
                        + ": start it with `multichat dev` or name another with --server",
                true,
                e);
    }
}
