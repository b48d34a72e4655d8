package io.multichat.app.command;

import io.multichat.app.testing.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A real broker with Multichat's topics, and commands that use it. */
final class CommandsOnBroker implements AutoCloseable {
    private final TestBroker broker;

    private CommandsOnBroker(TestBroker broker) {
        this.broker = broker;
    }

    static CommandsOnBroker start(Path folder) throws Exception {
        TestBroker broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics("partitions=2").run();
        return new CommandsOnBroker(broker);
    }

    CommandOutput run(String... arguments) {
        return CommandOutput.of(onBroker(arguments));
    }

    CommandOutput runWithInput(byte[] input, String... arguments) {
        return CommandOutput.withInput(input, onBroker(arguments));
    }

    /** The records that the commands have published. */
    List<ConsumerRecord<byte[], byte[]>> published() {
        return broker.records("chat-messages");
    }

    @Override
    public void close() {
        broker.close();
    }

    private String[] onBroker(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--bootstrap-servers", broker.bootstrapServers()))
                .toArray(String[]::new);
    }
}
