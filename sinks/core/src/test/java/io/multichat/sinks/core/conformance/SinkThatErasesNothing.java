package io.multichat.sinks.core.conformance;

import io.multichat.reading.SessionReader;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.StoreFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A sink with a bug: its store keeps commands like other events and erases nothing.
 *
 * @param sink the same sink without the bug
 */
record SinkThatErasesNothing(SinkUnderTest sink) implements SinkUnderTest {
    @Override
    public StoreFactory stores() {
        StoreFactory stores = sink.stores();
        return (settings, clockMs) -> {
            ConfiguredStore configured = stores.create(settings, clockMs);
            return new ConfiguredStore(new StoreThatErasesNothing(configured.store()), configured.topics());
        };
    }

    @Override
    public LongSupplier clockMs() {
        return sink.clockMs();
    }

    @Override
    public Map<String, String> settings() {
        return sink.settings();
    }

    @Override
    public Circumstances circumstances() {
        return sink.circumstances();
    }

    @Override
    public Traits traits() {
        return sink.traits();
    }

    @Override
    public List<String> contents(Aspect aspect) {
        return sink.contents(aspect);
    }

    @Override
    public List<String> faults() {
        return sink.faults();
    }

    @Override
    public Optional<SessionReader> reader() {
        return sink.reader();
    }

    @Override
    public void close() {
        sink.close();
    }
}
