package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input topic that was deleted and created again between two runs: its offsets begin at 0, but the counts of the state do not. */
class RecreatedInputTest {
    private static final String TOPIC = "chat-messages";
    private static final String SETTING = "partitions=1";
    private static final long SENT_AT = 1_769_850_000_000L;
    private static final int EVENTS = 20;

    @TempDir
    private Path folder;

    @Test
    void aTokenIsMetOnlyWhenTheTopologyHasProcessedTheEventOfTheNewTopic() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"));
                Admin admin = broker.kafka(SETTING).admin()) {
            broker.topics(SETTING).run().requireUsable();
            try (ServedInstance instance = start(broker)) {
                for (int channel = 0; channel < EVENTS; channel++) {
                    requireInAnswer(instance, "before-" + channel);
                }
            }
            admin.deleteTopics(List.of(TOPIC)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(TOPIC));
            broker.topics(SETTING).run().requireUsable();

            try (ServedInstance instance = start(broker)) {
                for (int channel = 0; channel < EVENTS; channel++) {
                    requireInAnswer(instance, "after-" + channel);
                }
            }
        }
    }

    private ServedInstance start(TestBroker broker) {
        Stores none = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        ServedInstance instance = new ServedInstance(broker, folder.resolve("state"), none, SETTING);
        await().atMost(Duration.ofMinutes(1)).until(instance.streams::isRunning);
        return instance;
    }

    /** Publishes the first message of a conversation and reads its session from the state. */
    private static void requireInAnswer(ServedInstance instance, String channel) {
        Conversation conversation = Conversation.of("slack", channel);
        JsonNode answer = instance.post("{\"platform\":\"slack\",\"channel\":\"" + channel
                + "\",\"messageId\":\"m\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"" + Rfc3339.format(SENT_AT) + "\"}");
        String token = answer.at("/results/0/token").asText();

        HttpResponse<String> session =
                instance.get("/v1/sessions/" + SessionId.of(SENT_AT, conversation.hash()) + "?min-token=" + token);

        assertThat(session.statusCode()).as(token + ": " + session.body()).isEqualTo(200);
    }
}
