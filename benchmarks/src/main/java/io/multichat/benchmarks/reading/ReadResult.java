package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.load.Volume;
import java.util.List;

/**
 * The figures of a {@link ReadRound}.
 *
 * @param volume the chat that was asked for
 * @param answered each question, by the API and by SQL
 * @param live from publishing to a client of the live feed
 * @param session from publishing over HTTP to the answer with the session
 */
public record ReadResult(Volume volume, List<Answered> answered, Latency live, Latency session) {
    /**
     * A question, asked of both under the same clients.
     *
     * @param search whether it is a search
     */
    public record Answered(String question, boolean search, Latency api, Latency sql) {
        /** How many times longer the API took, at the 99th percentile. */
        public double ratio() {
            return api.p99Millis() / sql.p99Millis();
        }
    }
}
