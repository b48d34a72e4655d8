package io.multichat.jobs.refill;

import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.TranscriptLine;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.OffsetRange;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Completes a store that holds everything. The archive's lines are written like records of the topics; the store ignores what it has, and
 * what it refuses is left out. The store's positions in the transcript topic move behind the last archived record in the last step, so that a run that was interrupted
 * leaves them as they were. Those in the sessions topic stay: it is compacted, and keeps the newest version of every session.
 *
 * <p>Two tasks may write to a store at the same time, so its sink may be running. Used by one thread.
 */
public final class DurableRefill {
    /** Each batch is a transaction, and a large one takes less time than many small ones. */
    private static final EntryBatches.Limits TRANSACTION = new EntryBatches.Limits(20_000, 16 << 20);

    private final ArchiveLines lines;
    private final SinkStore store;
    private final PatientSteps steps;
    private final RefillProgress progress;
    /** The archived record with the greatest offset of each partition: in memory, one for each. */
    private final Map<TopicPartition, SinkEntry> last = new HashMap<>();

    /** @param store the store with the settings of its sink; not yet used, and closed by the caller */
    public DurableRefill(ArchiveReader archive, ConfiguredStore store, RefillProgress progress) {
        this.lines = new ArchiveLines(archive, store.topics());
        this.store = store.store();
        this.steps = new PatientSteps(this.store, progress);
        this.progress = progress;
    }

    /**
     * Runs the refill. Repeating it is always safe.
     *
     * @throws RefillException if the archive holds nothing or is damaged, or the store cannot be written
     */
    public RefillReport run() {
        Set<TopicPartition> sources = lines.transcripts();
        if (sources.isEmpty()) {
            throw new RefillException("the archive holds nothing of "
                    + lines.topics().transcript() + "; name the archive of this deployment");
        }
        try {
            store.take(sources);
            return run(steps.run(store::positions));
        } catch (StoreException e) {
            store.abandon();
            throw new RefillException(e.getMessage() + "; then refill again: nothing is written twice", e);
        }
    }

    /** The offset behind the last archived record of each partition, up to which the store is complete after a run. */
    public Map<TopicPartition, Long> filledUpTo() {
        Map<TopicPartition, Long> next = new HashMap<>();
        last.forEach((partition, entry) -> next.put(partition, entry.origin().offset() + 1));
        return next;
    }

    private RefillReport run(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, OffsetRange> unchanged = new HashMap<>();
        positions.forEach((partition, next) -> unchanged.put(partition, new OffsetRange(next, next)));
        EntryBatches batches = new EntryBatches(entries -> commit(entries, unchanged), TRANSACTION, progress);
        lines.forEach(ArchiveKind.TRANSCRIPT, 0, (partition, bytes) -> {
            TranscriptLine line = lines.envelope(bytes);
            batches.add(() -> noted(lines.event(line)));
        });
        lines.forEach(ArchiveKind.SESSIONS, 0, (partition, line) -> batches.add(() -> lines.snapshot(partition, line)));
        batches.flush();
        Map<TopicPartition, Long> filled = filledUpTo();
        filled.keySet().retainAll(positions.keySet());
        filled.forEach((partition, next) -> {
            long from = positions.get(partition);
            move(partition, new OffsetRange(from, Math.max(from, next)));
        });
        return batches.report();
    }

    /**
     * Moves a position behind the last archived record. This record is passed once more, so that the store can note which one precedes
     * its position; if the store refuses it, the store does not know.
     */
    private void move(TopicPartition partition, OffsetRange filled) {
        try {
            commit(List.of(last.get(partition)), Map.of(partition, filled));
        } catch (StoreException e) {
            if (e.verdict() != StoreException.Verdict.REPORT) {
                throw e;
            }
            commit(List.of(), Map.of(partition, filled));
        }
    }

    private SinkEntry noted(SinkEntry event) {
        TopicPartition source =
                new TopicPartition(event.origin().topic(), event.origin().partition());
        last.merge(
                source,
                event,
                (one, other) -> one.origin().offset() > other.origin().offset() ? one : other);
        return event;
    }

    /** Writes entries. They are durable when this returns, so that a later failure does not take them back. */
    private void commit(List<SinkEntry> entries, Map<TopicPartition, OffsetRange> read) {
        boolean displaced = steps.run(() -> {
            store.write(entries);
            boolean displacedBefore = store.passed(read).displaced();
            return store.passed(Map.of()).displaced() || displacedBefore;
        });
        if (displaced) {
            throw new RefillException(
                    "the store was replaced or set back while it was filled, or was filled from other topics before; refill"
                            + " again");
        }
    }
}
