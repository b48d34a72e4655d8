package io.multichat.benchmarks.cluster;

import io.multichat.app.embedded.FreePort;
import io.multichat.benchmarks.child.BrokerMain;
import io.multichat.benchmarks.child.ChildProcess;
import io.multichat.benchmarks.child.ParentProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A broker in its own process.
 *
 * @param process the process
 * @param bootstrapServers its address on the loopback interface
 */
public record Broker(ChildProcess process, String bootstrapServers) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Starts the broker and returns once it accepts requests. */
    public static Broker start(Path folder) {
        ChildProcess process = ChildProcess.start(
                BrokerMain.class,
                folder.resolve("broker.log"),
                List.of(folder.resolve("kafka").toString(), Integer.toString(FreePort.find())));
        return new Broker(process, ParentProcess.read(process.expect(BrokerMain.READY, PATIENCE), String.class));
    }

    @Override
    public void close() {
        process.close();
    }
}
