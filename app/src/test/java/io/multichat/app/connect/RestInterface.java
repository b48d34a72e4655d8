package io.multichat.app.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The REST interface of a worker.
 *
 * @param address {@code http://host:port}
 */
public record RestInterface(String address) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFLICT = 409;

    /**
     * A response of the worker.
     *
     * @param status the HTTP status code
     * @param body the response body; empty JSON when there is none
     */
    public record Answer(int status, JsonNode body) {
        /** True while the group is about to rebalance, so that the request must be repeated. */
        boolean isLater() {
            return status == CONFLICT;
        }

        /** @throws IllegalStateException when the worker refused the request */
        void requireOk() {
            if (status >= 300) {
                throw new IllegalStateException("the worker refuses: " + body);
            }
        }
    }

    /** True when the worker has read its configuration and belongs to its group. */
    public boolean isReady() {
        return find("/connectors").map(answer -> answer.status() == 200).orElse(false);
    }

    /** Creates or changes a connector. */
    public Answer put(Map<String, String> connector) {
        return request("PUT", "/connectors/" + connector.get("name") + "/config", connector);
    }

    /** Sends any other request for a connector, such as {@code PUT stop}, {@code DELETE offsets}, or {@code DELETE} alone. */
    public Answer ask(String method, String connector, String path) {
        return request(method, "/connectors/" + connector + path, null);
    }

    /** All problems of a connector's settings, each as the setting's name, a colon and the problem. */
    public List<String> problems(Map<String, String> connector) {
        String type = connector.get("connector.class");
        Answer answer = request("PUT", "/connector-plugins/" + type + "/config/validate", connector);
        List<String> problems = new ArrayList<>();
        for (JsonNode setting : answer.body().path("configs")) {
            JsonNode value = setting.path("value");
            for (JsonNode error : value.path("errors")) {
                problems.add(value.path("name").asText() + ": " + error.asText());
            }
        }
        return problems;
    }

    /** True when the connector and all its tasks are running and there is at least one task. */
    public boolean isRunning(String connector) {
        List<String> states = find("/connectors/" + connector + "/status")
                .map(answer -> answer.body().findValuesAsText("state"))
                .orElse(List.of());
        return states.size() >= 2 && states.stream().allMatch("RUNNING"::equals);
    }

    /** Empty when nothing answers. */
    private Optional<Answer> find(String path) {
        try {
            return Optional.of(request("GET", path, null));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private Answer request(String method, String path, Object body) {
        try {
            HttpRequest.BodyPublisher content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofSeconds(90))
                    .header("Content-Type", "application/json")
                    .method(method, content)
                    .build();
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the worker was asked for " + path, e);
        }
    }
}
