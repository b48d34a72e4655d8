package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real chat through the real system: broker, topology, Connect worker, Redis, SQLite, files. */
class ImportIT {
    private static final Conversation BY_HAND = Conversation.of("console", "by hand");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static GeneratedChat chat;
    private static DevProcess dev;
    private static CommandResult imported;

    @BeforeAll
    static void importOnce() throws IOException {
        chat = GeneratedChat.of(20261121, 12_000);
        List<String> lines = new ArrayList<>(chat.lines());
        lines.add(100, "{broken");
        lines.add(200, "{\"platform\":\"irc\",\"channel\":\"#lounge\",\"sentAt\":\"2010-01-01T00:00:00Z\"}");
        lines.add(300, "{\"platform\":7,\"channel\":\"#lounge\",\"messageId\":\"x\"}");
        lines.add(400, lines.get(0));
        Path file = Files.write(folder.resolve("chat.jsonl"), lines, StandardCharsets.UTF_8);
        dev = DevProcess.start(folder.resolve("data"));
        imported = CommandResult.of(
                "import", "--data-dir", dev.layout().root().toString(), "--format", "jsonl", "--wait", file.toString());
    }

    @AfterAll
    static void stop() {
        dev.close();
    }

    @Test
    void reportsHowManyEventsWereReadAndTheirOutcomes() {
        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(3);
        assertThat(imported.out())
                .contains("read 12004", "accepted 12000", "duplicates 1", "dead letters 3")
                .contains("not-json: 1", "missing-field: 1", "wrong-type: 1");
    }

    @Test
    void writesEveryMessageAndSessionToEachStoreOnce() {
        StoreContents expected = StoreContents.expected(chat);
        assertThat(StoreContents.ofSqlite(dev.layout()).without(BY_HAND)).isEqualTo(expected);
        assertThat(StoreContents.ofArchive(dev.layout()).without(BY_HAND)).isEqualTo(expected);
        assertThat(StoreContents.ofRedis(URI.create(dev.endpoints().redis())).without(BY_HAND))
                .isEqualTo(expected);
    }

    @Test
    void routesRecordsWithForeignKeysToTheirConversation() throws Exception {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", dev.endpoints().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < 40; i++) {
                String key = i % 2 == 0 ? null : "foreign key " + i;
                String value = "{\"platform\":\"console\",\"channel\":\"by hand\",\"messageId\":\"" + i
                        + "\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"2020-05-05T12:00:" + (10 + i) + "Z\"}";
                producer.send(new ProducerRecord<>(Topics.MESSAGES, i % 4, key, value))
                        .get();
            }
        }
        Conversations.awaitMessages(dev, BY_HAND, 40);
        String list = "/v1/sessions?conversation=" + BY_HAND.key().replace("%", "%25");
        // A session is announced again at most once a second.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(list).get("sessions"))
                        .singleElement()
                        .extracting(session -> session.get("messages").asInt())
                        .isEqualTo(40));
        assertThat(Conversations.partitionsOf(dev, BY_HAND)).containsExactly(BY_HAND.partition(4));
    }

    @Test
    void answersWithASessionAndAllItsMessagesInOrder() throws Exception {
        JsonNode listed = get("/v1/sessions?limit=1000").get("sessions");
        for (JsonNode session : List.of(listed.get(0), listed.get(listed.size() - 1))) {
            String id = session.get("sessionId").asText();
            assertThat(get("/v1/sessions/" + id).get("messages")).isEqualTo(session.get("messages"));
            List<String> times = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = get("/v1/sessions/" + id + "/messages?limit=7" + cursor);
                page.get("messages")
                        .forEach(message -> times.add(message.get("sentAt").asText()));
                cursor = page.get("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.get("nextCursor").asText();
            } while (!cursor.isEmpty());
            assertThat(times).isSorted().hasSize(session.get("messages").asInt());
        }
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(dev.endpoints().server() + path))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
