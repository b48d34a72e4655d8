package io.multichat.topology.law;

import io.multichat.events.DeadLetter;
import io.multichat.events.Topics;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/**
 * The whole topology in a test driver. The events of some conversations go through the repartition topic, and every third one has
 * waited so long that it is part of a backlog.
 */
final class WholeTopology implements Subject {
    private static final Duration OF_A_BACKLOG = Duration.ofMinutes(1);

    private final TopologySettings settings;
    private final TopologyFixture topology;
    private long published;

    WholeTopology(Path state, TopologySettings settings) {
        this.settings = settings;
        this.topology = new TopologyFixture(
                state, settings, () -> published % 3 == 2 ? Instant.now().minus(OF_A_BACKLOG) : Instant.EPOCH);
    }

    @Override
    public TopologySettings settings() {
        return settings;
    }

    @Override
    public long now() {
        return topology.now();
    }

    @Override
    public DeadLetter.Source publish(Published event, byte[] key, Headers headers) {
        topology.publish(key, event.value(), headers);
        return new DeadLetter.Source(Topics.MESSAGES, 0, published++);
    }

    @Override
    public void advance(long millis) {
        topology.advance(Duration.ofMillis(millis));
    }

    @Override
    public void commit() {
        // the driver commits after each record and each tick
    }

    @Override
    public Written written() {
        Written written = new Written(
                List.copyOf(topology.outputs().transcript()),
                List.copyOf(topology.outputs().snapshots()),
                List.copyOf(topology.outputs().deadLetters()));
        topology.outputs().forget();
        return written;
    }

    @Override
    public SessionQueries queries() {
        return topology.queries();
    }

    @Override
    public void close() {
        topology.close();
    }
}
