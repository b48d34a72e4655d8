package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** The loss of SQLite and Redis when the topic has deleted what they held. */
class RefillIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void storesThatTheTopicCanNoLongerFillAreFilledFromTheArchiveAndContinue() throws Exception {
        // Given
        GeneratedChat chat = GeneratedChat.of(13, 3_000);
        List<String> lines = chat.lines();
        Path beginning =
                Files.write(folder.resolve("beginning.jsonl"), lines.subList(0, 2_000), StandardCharsets.UTF_8);
        Path all = Files.write(folder.resolve("all.jsonl"), lines, StandardCharsets.UTF_8);
        Path data = folder.resolve("data");
        try (DevProcess dev = DevProcess.start(data)) {
            succeeded("import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", beginning.toString());
            cutTranscript(dev);
        }
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(data.resolve("sessions.db" + suffix));
        }
        try (DevProcess dev = DevProcess.start(data)) {
            assertThat(ready(dev)).contains("sqlite lacks the records of chat-transcript-", "multichat refill sqlite");
            assertThat(CommandResult.of("refill", "sqlite", "--data-dir", data.toString()))
                    .extracting(CommandResult::exitCode)
                    .isEqualTo(1);
        }

        // When
        succeeded("refill", "sqlite", "--data-dir", data.toString());
        try (DevProcess dev = DevProcess.start(data)) {
            try (RedisClient redis =
                    RedisClient.create(URI.create(dev.endpoints().redis()))) {
                redis.flushAll();
            }
            CommandResult redis =
                    CommandResult.of("refill", "redis", "--data-dir", data.toString(), "--within", "20000d", "--json");
            succeeded("import", "--data-dir", data.toString(), "--format", "jsonl", "--wait", all.toString());

            // Then
            assertThat(redis.out()).as(redis.err()).contains("\"events\":2000,");
            StoreContents expected = StoreContents.expected(chat);
            assertThat(StoreContents.ofSqlite(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofArchive(dev.layout())).isEqualTo(expected);
            assertThat(StoreContents.ofRedis(URI.create(dev.endpoints().redis()))
                            .messages())
                    .isEqualTo(expected.messages());
            assertThat(ready(dev)).doesNotContain("lacks");
            // A session that is being announced differs for a moment.
            await().atMost(LIMIT).untilAsserted(() -> succeeded("verify", "--data-dir", data.toString()));
        }
    }

    /** Deletes all records, as retention does once they are old enough. */
    private static void cutTranscript(DevProcess dev) throws Exception {
        try (Admin admin = DeploymentSettings.kafka(dev.endpoints().bootstrapServers(), TestBroker.settings())
                .admin()) {
            List<TopicPartition> partitions = admin
                    .describeTopics(List.of(Topics.TRANSCRIPT))
                    .allTopicNames()
                    .get()
                    .get(Topics.TRANSCRIPT)
                    .partitions()
                    .stream()
                    .map(partition -> new TopicPartition(Topics.TRANSCRIPT, partition.partition()))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    partitions.stream().collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
            Map<TopicPartition, RecordsToDelete> all = admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        }
    }

    private static String ready(DevProcess dev) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(dev.endpoints().server().resolve("/readyz"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void succeeded(String... arguments) {
        CommandResult result = CommandResult.of(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }
}
