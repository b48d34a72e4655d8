package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import java.time.Duration;
import java.time.Instant;

/** Chat that is sent now, apart from the chat that is asked for. */
final class BackgroundLoad {
    private static final int CONVERSATIONS = 1_000;
    private static final long SEED = 97;

    private BackgroundLoad() {}

    static Load lasting(Duration duration, int perSecond) {
        Load.Timing timing =
                new Load.Timing(Instant.now(), Duration.ofSeconds(1).dividedBy(perSecond), Duration.ZERO);
        return new Load(duration.toSeconds() * perSecond, new ZipfPopularity(CONVERSATIONS), timing, SEED);
    }
}
