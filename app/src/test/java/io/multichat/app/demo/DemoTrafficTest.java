package io.multichat.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTrafficTest {
    @TempDir
    Path folder;

    @Test
    void trafficGoesOnAfterThePastUntilItIsClosed() throws Exception {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.topics().run();
            int past = new DemoScript(new Random(3)).past(Instant.now()).size();

            try (DemoTraffic traffic = DemoTraffic.start(broker.kafka().publisher(), 500, new Random(3))) {
                assertThat(traffic).isNotNull();
                await().until(() -> broker.records(Topics.MESSAGES).size() > past + 100);
            }

            int published = broker.records(Topics.MESSAGES).size();
            assertThat(broker.records(Topics.MESSAGES)).hasSize(published);
        }
    }
}
