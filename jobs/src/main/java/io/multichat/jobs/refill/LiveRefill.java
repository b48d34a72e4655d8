package io.multichat.jobs.refill;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.StoreException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.TranscriptLine;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes the conversations that are live in a store that holds a part: those with a message after some time. Positions are left alone,
 * because the store does not become complete up to any offset: its sink continues where it is, and an emptied store reads what the topics
 * have in any case.
 *
 * <p>The messages of a conversation are written from the newest to the oldest, and its sessions after them: a reader that finds the
 * first message of a session relies on all others. The sink may be running. Used by one thread.
 */
public final class LiveRefill {
    private static final EntryBatches.Limits REQUEST = new EntryBatches.Limits(1_000, 4 << 20);

    private final ArchiveLines lines;
    private final SinkStore store;
    private final PatientSteps steps;
    private final Path scratch;
    private final RefillProgress progress;

    /**
     * Prepares a refill.
     *
     * @param store the store with the settings of its sink; not yet used, and closed by the caller
     * @param scratch a folder on a disk with room for the live conversations
     */
    public LiveRefill(ArchiveReader archive, ConfiguredStore store, Path scratch, RefillProgress progress) {
        this.lines = new ArchiveLines(archive, store.topics());
        this.store = store.store();
        this.steps = new PatientSteps(this.store, progress);
        this.scratch = scratch;
        this.progress = progress;
    }

    /**
     * Runs the refill. Repeating it is always safe.
     *
     * @param sinceMs conversations with a message at or after this time are live; UTC milliseconds
     * @throws RefillException if the archive is damaged, or the store cannot be written
     */
    public RefillReport run(long sinceMs) {
        try {
            // Also checks the store, as for its sink.
            steps.run(store::positions);
            EntryBatches batches = new EntryBatches(this::write, REQUEST, progress);
            fill(live(sinceMs), batches);
            cleanUp();
            return batches.report();
        } catch (StoreException e) {
            throw new RefillException(e.getMessage() + "; then refill again: nothing is written twice", e);
        }
    }

    private void fill(Set<Conversation> live, EntryBatches batches) {
        try (NewestFirst sorted = NewestFirst.in(scratch)) {
            collect(live, sorted);
            sorted.forEach((kind, partition, line) -> batches.add(() -> kind == NewestFirst.Kind.SNAPSHOT
                    ? lines.snapshot(partition, line)
                    : lines.event(lines.envelope(line))));
            batches.flush();
        }
    }

    private void write(List<SinkEntry> entries) {
        steps.run(() -> {
            store.write(entries);
            return entries;
        });
    }

    /** What erasures leave behind is removed some time after them, and the sink of the store knows nothing of these. */
    private void cleanUp() {
        long dueMs = untilDueMs();
        while (dueMs < Long.MAX_VALUE) {
            PatientSteps.pause(dueMs);
            dueMs = untilDueMs();
        }
    }

    private long untilDueMs() {
        return steps.run(() -> store.passed(Map.of()).untilDueMs());
    }

    /** In memory: one key for each live conversation. */
    private Set<Conversation> live(long sinceMs) {
        Set<Conversation> live = new HashSet<>();
        lines.forEach(ArchiveKind.TRANSCRIPT, sinceMs, (partition, bytes) -> {
            TranscriptLine line = lines.envelope(bytes);
            if (line.placement().kind().isOfMessage() && line.placement().sentAt() >= sinceMs) {
                live.add(line.conversation());
            }
        });
        return live;
    }

    private void collect(Set<Conversation> live, NewestFirst sorted) {
        lines.forEach(ArchiveKind.TRANSCRIPT, 0, (partition, bytes) -> {
            TranscriptLine line = lines.envelope(bytes);
            EventType kind = line.placement().kind();
            if ((kind.isOfMessage() || kind.isCommand()) && live.contains(line.conversation())) {
                NewestFirst.Kind sortedAs = kind.isCommand() ? NewestFirst.Kind.COMMAND : NewestFirst.Kind.MESSAGE;
                sorted.add(sortedAs, line.conversation(), line.placement().sentAt(), partition, bytes);
            }
        });
        lines.forEach(ArchiveKind.SESSIONS, 0, (partition, bytes) -> {
            SessionSnapshot snapshot = lines.snapshot(partition, bytes).snapshot();
            if (live.contains(snapshot.conversation())) {
                sorted.add(
                        NewestFirst.Kind.SNAPSHOT,
                        snapshot.conversation(),
                        snapshot.version().counter(),
                        partition,
                        bytes);
            }
        });
    }
}
