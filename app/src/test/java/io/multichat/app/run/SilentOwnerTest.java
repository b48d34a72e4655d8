package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.run.TwoInstances.Published;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instance that processes a conversation does not answer, and has not left the group. No store has anything. */
class SilentOwnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static TwoInstances instances;
    private static List<Published> ofSecond;
    private static List<Published> ofFirst;

    @BeforeAll
    static void start() throws Exception {
        instances = new TwoInstances(folder);
        List<Published> all = instances.publish("m0").toList();
        all.forEach(message -> instances.first.get(message.path() + "?min-token=" + message.token()));
        ofSecond = all.stream()
                .filter(message -> instances.isSecondOwner(message.partition()))
                .toList();
        ofFirst = all.stream()
                .filter(message -> !instances.isSecondOwner(message.partition()))
                .toList();
        instances.second.closeServer();
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    void aCopyAnswersAndSaysHowOldItMayBe() {
        for (Published message : ofSecond) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                HttpResponse<String> answer = instances.first.get(message.path());

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"source\":\"state\"", "\"stalenessMs\":");
            });
        }
    }

    @Test
    void aCopyThatIsOlderThanTheClientAllowsDoesNotAnswer() {
        HttpResponse<String> answer = instances.first.get(ofSecond.get(0).path() + "?max-staleness=0s");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void anAccountingThatLacksAPartitionIsNotGiven() {
        HttpResponse<String> answer = instances.first.get("/v1/accounting");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains("no instance answers for these partitions of the state: [")
                .containsPattern("[\\[ ]" + ofSecond.get(0).partition() + "[,\\]]");
    }

    @Test
    void anInstanceThatHangsNeitherBlocksQuestionsAboutItsPartitionsNorOthers() throws IOException {
        try (ServerSocket silent =
                new ServerSocket(instances.second.uri.getPort(), 50, InetAddress.getByName("127.0.0.1"))) {
            for (Published message : ofSecond) {
                long began = System.nanoTime();

                instances.first.get(message.path());

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
            }
            assertThat(instances.first.get(ofFirst.get(0).path()).body()).contains("\"source\":\"state\"");
            assertThat(silent.isClosed()).isFalse();
        }
    }
}
