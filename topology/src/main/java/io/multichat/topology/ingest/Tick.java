package io.multichat.topology.ingest;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The tick of all nodes and tasks: ten times a second, at the same instants, so that the commits they request are one commit.
 */
public final class Tick {
    /** Between two ticks. A tick without work costs almost nothing. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private Tick() {}

    /** Starts the ticks of a node. */
    public static Cancellable start(ProcessingContext context, Punctuator tick) {
        long interval = INTERVAL.toMillis();
        Instant first = Instant.ofEpochMilli((context.currentSystemTimeMs() / interval + 1) * interval);
        return context.schedule(first, INTERVAL, PunctuationType.WALL_CLOCK_TIME, tick);
    }
}
