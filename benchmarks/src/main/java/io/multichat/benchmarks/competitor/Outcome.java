package io.multichat.benchmarks.competitor;

import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Map;

/**
 * What a competitor has done since it was started.
 *
 * @param sent per topic, what it sent there: outputs, changelogs and repartition topics
 * @param account what became of the records; empty for competitors that keep none
 */
public record Outcome(Map<String, Sent> sent, Account account) {
    /**
     * Records of a topic.
     *
     * @param records how many
     * @param bytes as they are stored, in batches, uncompressed
     */
    public record Sent(long records, long bytes) {}

    /** All that became of the records that were read. */
    public record Account(long accepted, long duplicates, long deadLetters, long sentHome) {
        static final Account NONE = new Account(0, 0, 0, 0);

        Account plus(RecordCounts other) {
            return new Account(
                    accepted + other.accepted(),
                    duplicates + other.duplicates(),
                    deadLetters + other.deadLetters(),
                    sentHome + other.sentHome());
        }

        public long decided() {
            return accepted + duplicates + deadLetters;
        }
    }
}
