package io.multichat.benchmarks.competitor;

import io.multichat.topology.state.ledger.RecordCounts;
import java.util.Map;

/**
 * The work of a competitor since its start.
 *
 * @param sent the records that it sent, by topic: outputs, changelogs and repartition topics
 * @param account the outcome of the records; empty for competitors that do not count
 */
public record CompetitorReport(Map<String, Sent> sent, Account account) {
    /**
     * Records of a topic.
     *
     * @param records number of records
     * @param bytes size as stored, in batches, uncompressed
     */
    public record Sent(long records, long bytes) {}

    /** The outcome of all records that were read. */
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
