package io.multichat.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.benchmarks.child.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The time from publishing a message over HTTP until its session is answered, each in a conversation of its own.
 *
 * @param http the client
 * @param server base URL of the server
 */
record AnswerDelay(HttpClient http, URI server) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int BETWEEN_QUESTIONS_MS = 2;
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    /** Publishes one message after the other for this long. */
    Latency run(Duration duration) {
        Histogram delays = ClosedLoop.histogram();
        long began = System.nanoTime();
        try {
            for (int i = 0; System.nanoTime() - began < duration.toNanos(); i++) {
                long asked = System.nanoTime();
                awaitSession("answer-" + i, publish("answer-" + i));
                delays.recordValue(System.nanoTime() - asked);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while waiting for a session", e);
        }
        return Latency.of(delays, (System.nanoTime() - began) / 1e9);
    }

    /** Returns the token of the message. */
    private String publish(String channel) throws IOException, InterruptedException {
        String event = JSON.createObjectNode()
                .put("platform", "discord")
                .put("channel", channel)
                .put("messageId", channel)
                .put("sentAt", Instant.now().toString())
                .put("text", "a message whose session is asked for")
                .set("sender", JSON.createObjectNode().put("id", "reader"))
                .toString();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve("/v1/events"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode published = JSON.readTree(answer.body());
        return published.at("/results/0/token").asText();
    }

    private void awaitSession(String channel, String token) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(server.resolve(
                        "/v1/sessions?platform=discord&channel=" + channel + "&min-token=" + ApiClient.encoded(token)))
                .build();
        long asked = System.nanoTime();
        while (true) {
            HttpResponse<String> answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                require(answer.body().contains("\"" + channel + "\""), question, answer);
                return;
            }
            require(answer.statusCode() == UNAVAILABLE, question, answer);
            require(System.nanoTime() - asked < PATIENCE, question, answer);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MS);
        }
    }

    private static void require(boolean right, HttpRequest question, HttpResponse<String> answer) {
        if (!right) {
            throw new BenchmarkException(
                    question.uri() + " was answered by " + answer.statusCode() + ": " + answer.body());
        }
    }
}
