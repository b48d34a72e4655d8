package io.multichat.benchmarks.load;

import java.time.Duration;
import java.time.Instant;

/**
 * Traffic that can be generated; the same load always gives the same bytes.
 *
 * @param messages how many records there are, duplicates included
 * @param popularity which conversations they are in
 * @param timing when they were sent
 * @param seed of all that is random; loads of different seeds have no message in common
 */
public record Load(long messages, Popularity popularity, Timing timing, long seed) {
    /**
     * When messages were sent.
     *
     * @param start the time of the first message
     * @param perMessage what the clock moves on with each message
     * @param overGap the least delay of those that are later than any gap; zero: there are none
     */
    public record Timing(Instant start, Duration perMessage, Duration overGap) {}
}
