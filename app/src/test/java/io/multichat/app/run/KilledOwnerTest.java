package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.embedded.ChildJvm;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance in a process of its own is killed while a client reads and publishes. No store has anything. */
class KilledOwnerTest {
    private static final String SETTING = "partitions=4";
    private static final long SENT_AT = 1_769_850_000_000L;
    private static final int CONVERSATIONS = 6;

    @TempDir
    private Path folder;

    private ServedInstance left;

    /** The instance that is killed. */
    static final class Serve {
        private Serve() {}

        public static void main(String[] arguments) throws IOException {
            ServeOptions options = new ServeOptions(arguments[0], 0, Path.of(arguments[1]));
            Thread serve = new Thread(() -> ServeRun.run(options, TestBroker.settings(SETTING)));
            serve.setDaemon(true);
            serve.start();
            ChildJvm.sayReadyAndWait();
        }
    }

    @Test
    void noAnswerIsWrongAndNothingPublishedIsLost() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            broker.topics(SETTING).run().requireUsable();
            Stores none = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
            left = new ServedInstance(broker, folder.resolve("left"), none, SETTING);
            try (ChildJvm killed = ChildJvm.start(Serve.class, broker.bootstrapServers(), folder.resolve("killed"))) {
                await().atMost(Duration.ofMinutes(2)).until(this::isSharedWithCopies);
                publish(1);
                killed.kill();

                long killedAt = System.nanoTime();
                int messages = 1;
                await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(30)).until(this::everySessionIsAnswered);
                do {
                    messages++;
                    publish(messages);
                } while (!left.streams.isRunning() || !ownsAll());
                requireAll(messages);
                assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(Duration.ofMinutes(2));
            } finally {
                left.close();
            }
        }
    }

    /** Publishes the message of that number to each conversation; each answer with its token counts all messages so far. */
    private void publish(int number) {
        for (int channel = 0; channel < CONVERSATIONS; channel++) {
            String token = left.post("{\"platform\":\"slack\",\"channel\":\"" + channel + "\",\"messageId\":\"m"
                            + number + "\",\"sender\":{\"id\":\"ada\"},\"sentAt\":\"" + Rfc3339.format(SENT_AT) + "\"}")
                    .at("/results/0/token")
                    .asText();
            assertThat(token).startsWith("chat-messages-");
            HttpResponse<String> answer = left.get(session(channel) + "?min-token=" + token);
            if (isAnswered(answer)) {
                assertThat(answer.body()).contains("\"messages\":" + number + ",");
            }
        }
    }

    private void requireAll(int messages) {
        for (int channel = 0; channel < CONVERSATIONS; channel++) {
            String session = session(channel);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(left.get(session).body())
                            .contains("\"messages\":" + messages + ",")
                            .doesNotContain("stalenessMs"));
        }
    }

    private boolean everySessionIsAnswered() {
        return IntStream.range(0, CONVERSATIONS).allMatch(channel -> isAnswered(left.get(session(channel))));
    }

    /** False for an answer that asks the client to try again, which is the only error that is allowed. */
    private static boolean isAnswered(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return true;
    }

    private boolean isSharedWithCopies() {
        var places = left.streams.instanceState().places();
        return left.streams.isRunning()
                && places.all().size() == 2
                && !ownsAll()
                && IntStream.range(0, 4)
                        .allMatch(partition -> !places.standbys(partition).isEmpty());
    }

    private boolean ownsAll() {
        var places = left.streams.instanceState().places();
        return IntStream.range(0, 4)
                .allMatch(partition -> places.owner(partition)
                        .filter(owner -> owner.port() == left.uri.getPort())
                        .isPresent());
    }

    private static String session(int channel) {
        return "/v1/sessions/"
                + SessionId.of(
                        SENT_AT,
                        Conversation.of("slack", Integer.toString(channel)).hash());
    }
}
