package io.multichat.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.testing.TestBroker;
import io.multichat.server.http.QueryServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are published over HTTP, on a real broker. */
class EventAccessTest {
    private static final String EVENT =
            "{ \"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m1\",\"sender\":{\"id\":\"ada\"},"
                    + "\"sentAt\":\"2026-01-31T09:00:00Z\",\"text\":\"tea 😀\" }";

    @TempDir
    private Path folder;

    @Test
    void anEventIsStoredUnderItsConversationAndItsTokenNamesThePlace() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"));
                ClosingStack parts = new ClosingStack()) {
            broker.topics("partitions=2").run();
            LateParts late = LateParts.create(parts, TestBroker.settings());
            QueryServer server = server(late, parts);

            assertThat(post(server, EVENT).statusCode())
                    .as("before the broker is known")
                    .isEqualTo(503);
            late.connect(broker.kafka("partitions=2"));
            HttpResponse<String> response = post(server, EVENT);

            assertThat(response.statusCode()).isEqualTo(200);
            ConsumerRecord<byte[], byte[]> stored =
                    broker.records("chat-messages").get(0);
            assertThat(new String(stored.value(), UTF_8)).isEqualTo(EVENT);
            assertThat(new String(stored.key(), UTF_8)).isEqualTo("slack/general");
            JsonNode answer = new JsonMapper().readTree(response.body());
            assertThat(answer.at("/results/0/token").asText())
                    .isEqualTo("chat-messages-" + stored.partition() + "@" + stored.offset());
        }
    }

    @Test
    void anEventFromTheFutureIsRefused() throws Exception {
        try (ClosingStack parts = new ClosingStack()) {
            QueryServer server = server(LateParts.create(parts, TestBroker.settings()), parts);
            String later = Instant.now().plusSeconds(3_600).toString();

            HttpResponse<String> response = post(server, EVENT.replace("2026-01-31T09:00:00Z", later));

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(response.body()).contains("in-the-future", "clock.skew.max");
        }
    }

    private QueryServer server(LateParts late, ClosingStack parts) {
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        return new QueryServerStart(late, new Readiness(), stores, TestBroker.settings()).start(parts, 0);
    }

    private static HttpResponse<String> post(QueryServer server, String event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + "/v1/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
