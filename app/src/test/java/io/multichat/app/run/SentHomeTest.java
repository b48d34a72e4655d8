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
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input topic has fewer partitions than the state, so most events are sent to the partition of their conversation. */
class SentHomeTest {
    private static final String[] SETTINGS = {"input.topics=strangers", "partitions=4"};
    private static final long SENT_AT = 1_769_850_000_000L;

    @TempDir
    private Path folder;

    @Test
    void aTokenIsMetWhenTheEventHasReachedThePartitionOfItsConversation() throws Exception {
        Stores none = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            broker.create(new NewTopic("strangers", 3, (short) 1).configs(Map.of("max.message.bytes", "2000000")));
            broker.topics(SETTINGS).run();
            try (ServedInstance instance = new ServedInstance(broker, folder.resolve("state"), none, SETTINGS)) {
                await().atMost(Duration.ofMinutes(1)).until(instance.streams::isRunning);
                for (int channel = 0; channel < 20; channel++) {
                    Conversation conversation = Conversation.of("slack", "channel-" + channel);
                    String token = publish(instance, conversation);

                    HttpResponse<String> answer = instance.get(
                            "/v1/sessions/" + SessionId.of(SENT_AT, conversation.hash()) + "?min-token=" + token);

                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                }
                HttpResponse<String> stores = instance.get(
                        "/v1/conversations?min-token=" + publish(instance, Conversation.of("slack", "more")));
                assertThat(stores.statusCode()).as(stores.body()).isEqualTo(503);
                assertThat(stores.body()).contains("does not hold strangers-");
            }
        }
    }

    private static String publish(ServedInstance instance, Conversation conversation) {
        JsonNode answer = instance.post("{\"platform\":\"slack\",\"channel\":\"" + conversation.channel()
                + "\",\"messageId\":\"m\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"" + Rfc3339.format(SENT_AT) + "\"}");
        return answer.at("/results/0/token").asText();
    }
}
