package io.multichat.app.run;

import io.multichat.app.streams.StreamsRunner;
import io.multichat.topology.query.InstanceState;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Gives the HTTP server, which starts before the topology, access to the topology's state. Thread-safe. */
final class StateAccess implements Supplier<InstanceState> {
    private final AtomicReference<StreamsRunner> runner = new AtomicReference<>();

    void set(StreamsRunner started) {
        runner.set(started);
    }

    @Override
    public InstanceState get() {
        StreamsRunner started = runner.get();
        if (started == null) {
            throw new InvalidStateStoreException("the topology is starting");
        }
        return started.instanceState();
    }
}
