package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.run.TwoInstances.Published;
import io.multichat.events.SessionId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that are both there. */
class InstancesTest {
    @TempDir
    private static Path folder;

    private static TwoInstances instances;

    @BeforeAll
    static void start() throws Exception {
        instances = new TwoInstances(folder);
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    void anyInstanceAnswersForAnyConversationAsOfTheLastCommit() {
        List<Published> published = instances.publish("any").toList();

        for (Published message : published) {
            for (ServedInstance instance : List.of(instances.first, instances.second)) {
                // While a partition moves, a copy may answer, and says how old it is.
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertIsAsOfTheLastCommit(
                                instance.get(message.path() + "?min-token=" + message.token()), message));
            }
        }
    }

    private static void assertIsAsOfTheLastCommit(HttpResponse<String> answer, Published message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(message.session().toString(), "\"source\":\"state\"")
                .doesNotContain("stalenessMs", "skipped");
    }

    @Test
    void theAccountingOfAllInstancesIsTheSameOnEach() {
        instances.publish("counted").toList();

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            List<JsonNode> answers = Stream.of(instances.first, instances.second)
                    .map(instance -> instance.get("/v1/accounting"))
                    .peek(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200))
                    .map(answer -> ServedInstance.json(answer).path("partitions"))
                    .toList();

            assertThat(answers.get(0)).isEqualTo(answers.get(1));
            assertThat(answers.get(0).findValues("accepted").stream()
                            .mapToInt(JsonNode::asInt)
                            .sum())
                    .isGreaterThanOrEqualTo(12);
        });
    }

    @Test
    void aQuestionThatSaysItIsForwardedIsNotForwarded() {
        for (Published message : instances.publish("forged").toList()) {
            boolean isHere = instances.isSecondOwner(message.partition());
            String question = message.path() + "?max-staleness=0s&min-token=" + message.token();
            instances.first.get(message.path() + "?min-token=" + message.token());

            HttpResponse<String> answer = instances.second.get(question, "Multichat-Forwarded", "anyone");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(isHere ? 200 : 503);
        }
    }

    @Test
    void aSessionThatNobodyKnowsIsNotFoundOnEitherInstance() {
        for (Published message : instances.publish("known").toList()) {
            String unknown =
                    "/v1/sessions/" + SessionId.of(1_000, message.conversation().hash());

            assertThat(instances.first.get(unknown).statusCode()).isEqualTo(404);
            assertThat(instances.second.get(unknown).statusCode()).isEqualTo(404);
        }
    }
}
