package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.embedded.connect.EmbeddedConnect;
import io.multichat.app.run.TwoInstances.Published;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.wait.SinkGroups;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, and SQLite, which a sink fills. */
class ReadYourWritesTest {
    @TempDir
    private Path folder;

    private TwoInstances instances;

    @BeforeEach
    void start() throws Exception {
        instances = new TwoInstances(folder);
    }

    @AfterEach
    void stop() {
        instances.close();
    }

    @Test
    void everyTierAnswersOnceItHoldsWhatWasPublishedAndNotBefore() throws Exception {
        Published first = instances.publish("m0").findFirst().orElseThrow();
        String demand = "min-token=" + first.token();
        assertThat(instances.second.get(first.path() + "?" + demand).statusCode())
                .isEqualTo(200);
        HttpResponse<String> early = instances.second.get(first.path() + "/messages?" + demand);
        assertThat(early.statusCode()).as(early.body()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(early.body()).contains("does not hold " + first.token());

        try (EmbeddedConnect connect = sqliteSink()) {
            for (int i = 1; i <= 2; i++) {
                for (Published message : instances.publish("m" + i).toList()) {
                    containsAtOnceOrSaysRetry(message, "m" + i);
                }
            }
            assertThat(connect.health()).isNotEmpty();
        }
        fallsThroughWithoutTheOwner(first);
    }

    /** An answer with the token contains the message; a 503 is allowed while the sink is busy, but not for long. */
    private void containsAtOnceOrSaysRetry(Published message, String messageId) {
        String conversation = "conversation=" + message.conversation().key();
        for (ServedInstance instance : List.of(instances.first, instances.second)) {
            for (String question : List.of(
                    message.path() + "/messages?",
                    "/v1/conversations/messages?direction=backward&" + conversation + "&",
                    "/v1/conversations/context?" + conversation + "&",
                    "/v1/search?q=hello&" + conversation + "&")) {
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    HttpResponse<String> answer = instance.get(question + "min-token=" + message.token());
                    if (answer.statusCode() == 503) {
                        return false;
                    }
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.body()).contains("\"messageId\":\"" + messageId + "\"", "\"source\":\"sqlite\"");
                    return true;
                });
            }
        }
    }

    private void fallsThroughWithoutTheOwner(Published message) {
        instances.second.close();
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(30)).until(() -> {
            HttpResponse<String> answer = instances.first.get(message.path());
            if (answer.statusCode() == 503) {
                return false;
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"messages\":3");
            return true;
        });
    }

    private EmbeddedConnect sqliteSink() throws Exception {
        EmbeddedConnect connect = EmbeddedConnect.start(
                instances.broker.bootstrapServers(),
                Files.createDirectories(folder.resolve("plugins")),
                folder.resolve("offsets"));
        Map<String, String> sink = new SinkConnectors(instances.stores, Settings.defaults())
                .configurations().stream()
                        .filter(each -> each.get("name").equals(SinkGroups.connector("sqlite")))
                        .findFirst()
                        .orElseThrow();
        connect.create(sink);
        return connect;
    }
}
