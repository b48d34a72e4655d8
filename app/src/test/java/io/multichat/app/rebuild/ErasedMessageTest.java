package io.multichat.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.rebuild.RebuildRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message of an erased person, whose creation has expired from the topics, while they still have an edit by somebody else. */
class ErasedMessageTest {
    private static final Conversation HERE = Conversation.of("irc", "#a");
    private static final String CANARY = "canarybird";
    private static final String EVENT = "{\"type\":\"%s\",\"platform\":\"irc\",\"channel\":\"#a\",%s}";

    @TempDir
    private Path folder;

    @Test
    void aRebuildDoesNotPublishItsTextAgain() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            broker.topics(StoppedDeployment.SETTINGS).run();
            StoppedDeployment.publish(
                    broker,
                    event("message.created", message("ada", "sentAt", "00:00:01")),
                    event("message.edited", message("bob", "editedAt", "00:00:05")),
                    event("participant.erased", erased("ada")));
            StoppedDeployment.process(broker, folder.resolve("state"), 0, 3);
            StoppedDeployment.archive(broker, folder.resolve("archive"), 3);
            expireFirst(broker, Topics.MESSAGES);
            expireFirst(broker, Topics.TRANSCRIPT);

            rebuild(broker);

            assertThat(broker.records(Topics.MESSAGES))
                    .filteredOn(record -> record.offset() >= 3)
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .noneMatch(event -> event.contains(CANARY));
        }
    }

    private void rebuild(TestBroker broker) {
        new RebuildRun(
                        broker.kafka(StoppedDeployment.SETTINGS),
                        broker.topics(StoppedDeployment.SETTINGS),
                        List.of("connect-multichat-sqlite"),
                        folder.resolve("scratch"),
                        Optional.empty())
                .run(new ArchiveAccess(folder.resolve("archive")), 1, generation -> {});
    }

    private static void expireFirst(TestBroker broker, String topic) throws Exception {
        try (Admin admin = broker.kafka(StoppedDeployment.SETTINGS).admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
    }

    private static String event(String type, String fields) {
        return EVENT.formatted(type, fields);
    }

    private static String message(String sender, String timeField, String time) {
        return "\"messageId\":\"m1\",\"sender\":{\"id\":\"%s\"},\"%s\":\"2001-01-01T%sZ\",\"text\":\"%s\""
                .formatted(sender, timeField, time, CANARY);
    }

    private static String erased(String person) {
        return "\"sentAt\":\"2001-01-01T00:01:00Z\",\"attributes\":{\"participant\":\"%s\"}"
                .formatted(ParticipantHash.of(HERE, person).hex());
    }
}
