package io.multichat.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.KafkaUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Events for a topic that was created a moment ago, whose partitions are not all ready. */
class NewTopicTest {
    private static final int PARTITIONS = 50;
    private static final int EVENTS = 5_000;

    @TempDir
    private Path folder;

    @RepeatedTest(3)
    void areAllPublishedOnce() throws Exception {
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
            broker.create(new NewTopic("new", PARTITIONS, (short) 1));

            String[] settings = {"input.topics=new", "kafka.delivery.timeout.ms=10000", "kafka.request.timeout.ms=5000"
            };
            try (ChatPublisher publisher = publisher(broker.kafka(settings))) {
                for (int i = 0; i < EVENTS; i++) {
                    publisher.publishBytes(event(i), List.of(), (written, failure) -> {
                        if (failure != null) {
                            failures.add(failure);
                        }
                    });
                }
            }

            assertThat(failures).isEmpty();
            assertThat(broker.records("new").stream()
                            .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                            .distinct())
                    .hasSize(EVENTS);
        }
    }

    /** The broker does not know the topic at once. */
    private static ChatPublisher publisher(KafkaAccess kafka) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .ignoreException(KafkaUnavailableException.class)
                .until(kafka::publisher, Objects::nonNull);
    }

    private static byte[] event(int number) {
        return ("{\"platform\":\"irc\",\"channel\":\"#" + number % 500 + "\",\"messageId\":\"m" + number
                        + "\",\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
