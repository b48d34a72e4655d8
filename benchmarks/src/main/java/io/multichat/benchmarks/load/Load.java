package io.multichat.benchmarks.load;

import java.time.Duration;
import java.time.Instant;

/**
 * Traffic to generate. The same load always yields the same bytes.
 *
 * @param messages number of records, including duplicates
 * @param popularity distribution over conversations
 * @param timing when messages were sent
 * @param seed seed of all randomness; loads with different seeds have no message in common
 */
public record Load(long messages, Popularity popularity, Timing timing, long seed) {
    /**
     * When messages were sent.
     *
     * @param start time of the first message
     * @param perMessage how far the clock advances with each message
     * @param overGap shortest delay of messages that are later than any gap; zero: none
     */
    public record Timing(Instant start, Duration perMessage, Duration overGap) {}
}
