package io.multichat.app.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.embedded.ChildJvm;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.OccupiedPort;
import io.multichat.app.embedded.testing.Records;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTest {
    @TempDir
    private Path data;

    /** Runs a broker until it is killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            int port = Integer.parseInt(arguments[1]);
            try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), port)) {
                assertThat(broker.bootstrapServers()).endsWith(":" + port);
                ChildJvm.sayReadyAndWait();
            }
        }
    }

    @Test
    void keepsItsRecordsWhenRestartedOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            Records records = new Records(broker.bootstrapServers(), "records");
            records.createTopic();
            records.publish("before");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            Records records = new Records(broker.bootstrapServers(), "records");
            records.publish("after");

            assertThat(records.readAll(2)).containsExactly("before", "after");
        }
    }

    @Test
    void keepsItsRecordsWhenItIsKilled() throws Exception {
        int port = FreePort.find();
        try (ChildJvm child = ChildJvm.start(Child.class, data, port)) {
            Records records = new Records("127.0.0.1:" + port, "records");
            records.createTopic();
            records.publish("before");
            child.kill();
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(data, port)) {
            Records records = new Records(broker.bootstrapServers(), "records");
            records.publish("after");

            assertThat(records.readAll(2)).containsExactly("before", "after");
        }
    }

    @Test
    void namesTheFlagOfAPortInUse() throws IOException {
        try (ServerSocket other = OccupiedPort.open()) {
            assertThatThrownBy(() -> EmbeddedBroker.start(data, other.getLocalPort()))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " of 127.0.0.1 cannot be used")
                    .hasMessageEndingWith("choose another with --kafka-port");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void refusesAnInvalidPort(int port) {
        assertThatThrownBy(() -> EmbeddedBroker.start(data, port))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage("--kafka-port %d is not a port; give one from 1 to 65535", port);
    }

    @Test
    void refusesAPathThatKafkaCannotUse() throws IOException {
        Path comma = data.resolve("a,b");
        int port = FreePort.find();

        assertThatThrownBy(() -> EmbeddedBroker.start(comma, port))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage("Kafka does not accept a path with a comma: %s; choose another with --data-dir", comma);
        assertThat(comma).doesNotExist();
    }
}
