package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.round.RoundResult;
import java.time.Duration;
import java.time.Instant;

/** Live traffic: 20,000 messages per second, processed while they are written. */
final class LiveTraffic {
    static final int PER_SECOND = 20_000;
    /** Minimum speed; below it, the figures do not describe this traffic. */
    static final int KEPT_UP = 19_000;

    private static final Duration PER_MESSAGE = Duration.ofSeconds(1).dividedBy(PER_SECOND);
    private static final Duration OVER_GAP = Duration.ofMinutes(30);

    private LiveTraffic() {}

    static RoundResult run(Bench bench, int conversations) {
        Load.Timing now = new Load.Timing(Instant.now(), PER_MESSAGE, OVER_GAP);
        long messages = (long) PER_SECOND * bench.size().seconds();
        Load load = new Load(
                messages, new ZipfPopularity(conversations), now, bench.size().seed());
        return bench.rounds().live(Competitor.MULTICHAT, load, PER_SECOND);
    }
}
