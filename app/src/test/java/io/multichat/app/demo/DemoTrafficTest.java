package io.multichat.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.ChatEvent;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.publish.ChatPublisher;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTrafficTest {
    private static final long SEED = 3;

    @TempDir
    Path folder;

    @Test
    void pastEventsComeFirstThenNewOnesUntilTheTrafficIsClosed() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.topics("partitions=1").run();
            Instant start = Instant.now();
            int past = new DemoScript(new Random(SEED)).past(start).size();
            ChatPublisher publisher = broker.kafka().publisher();
            DemoTraffic traffic = DemoTraffic.start(publisher, 500, new Random(SEED));
            await().until(() -> broker.records(Topics.MESSAGES).size() > past + 100);

            traffic.close();

            List<ChatEvent> events = broker.records(Topics.MESSAGES).stream()
                    .map(DemoTrafficTest::event)
                    .toList();
            assertThat(events.subList(0, past)).allMatch(event -> event.at() < start.toEpochMilli());
            assertThat(events.subList(past, events.size())).allMatch(event -> event.at() >= start.toEpochMilli());
            assertThatThrownBy(() -> publisher.publish(events.get(0), null))
                    .as("nothing is published after the traffic is closed")
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static ChatEvent event(ConsumerRecord<byte[], byte[]> record) {
        return new EventDecoder().decode(record.value());
    }
}
