package io.multichat.jobs.rebuild;

import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.export.stage.SortDatabase;
import io.multichat.jobs.topics.TopicSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins a new generation of a stopped deployment: collects all events, empties topics and stores, and publishes the events again. The
 * topology does the rest once it is started with the new generation. A run that was interrupted continues when it is repeated.
 */
public final class RebuildRun {
    private final KafkaAccess kafka;
    private final TopicReset topics;
    private final Path folder;
    private final Path notes;
    private final Optional<Duration> patience;

    /** Makes room for new stores. Repeated after an interruption. */
    @FunctionalInterface
    public interface StoreReset {
        /**
         * Moves the old stores away.
         *
         * @param generation the generation that begins
         * @throws IOException when they cannot be moved
         */
        void run(int generation) throws IOException;
    }

    /**
     * Prepares a rebuild.
     *
     * @param kafka the cluster of the deployment
     * @param topics creates its topics
     * @param sinkGroups consumer groups of its sinks
     * @param folder a folder of this rebuild alone, on a disk with room for a copy of all events
     * @param patience how long Kafka may take to notice that other processes have stopped; empty if there are none: members of
     *     the groups are then removed
     */
    public RebuildRun(
            KafkaAccess kafka, TopicSetup topics, List<String> sinkGroups, Path folder, Optional<Duration> patience) {
        this.kafka = kafka;
        this.topics = new TopicReset(kafka, topics, sinkGroups);
        this.folder = folder;
        this.notes = notes(folder);
        this.patience = patience;
    }

    /** True if a rebuild in this folder has changed something and is not complete. */
    public static boolean isUnfinished(Path folder) {
        return Files.exists(notes(folder));
    }

    /**
     * Runs the rebuild, or what is left of it.
     *
     * @param archive the archive of the old generation, where it is before the stores are moved
     * @param generation the generation that begins; an interrupted run keeps its own
     * @param stores makes room for new stores
     * @throws RebuildException when a step fails; nothing has been changed before all events are collected
     */
    public RebuildReport run(ArchiveAccess archive, int generation, StoreReset stores) {
        try {
            patience.ifPresentOrElse(topics::requireStopped, topics::dismissMembers);
            Optional<RebuildNotes> known = RebuildNotes.read(notes);
            RebuildNotes state = known.isPresent() ? known.get() : collect(archive, generation);
            if (state.step() == RebuildNotes.Step.COLLECTED) {
                topics.run(state.inputEnds());
                stores.run(state.generation());
                state = state.after(RebuildNotes.Step.EMPTIED);
                state.write(notes);
            }
            if (state.step() == RebuildNotes.Step.EMPTIED) {
                state = state.published(publish(state.generation()));
                state.write(notes);
            }
            discard();
            return state.report().orElseThrow();
        } catch (IOException e) {
            throw new RebuildException("the rebuild failed: " + e.getMessage() + "; run it again", e);
        }
    }

    private RebuildNotes collect(ArchiveAccess archive, int generation) throws IOException {
        Map<TopicPartition, Long> ends;
        try (ReplaySpool spool = ReplaySpool.create(folder)) {
            ends = new ReplayCollection(archive, kafka).into(spool);
        }
        RebuildNotes collected = new RebuildNotes(RebuildNotes.Step.COLLECTED, generation, ends, Optional.empty());
        collected.write(notes);
        return collected;
    }

    private RebuildReport publish(int generation) {
        try (ReplaySpool spool = ReplaySpool.open(folder)) {
            long refused = new Replay().run(spool, kafka);
            return new RebuildReport(
                    generation,
                    spool.count(ReplaySpool.Origin.DELETION) + spool.count(ReplaySpool.Origin.ARCHIVE),
                    spool.count(ReplaySpool.Origin.TRANSCRIPT),
                    spool.count(ReplaySpool.Origin.INPUT),
                    refused);
        }
    }

    /** The notes go last: without them, another run would begin another generation. */
    private void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(SortDatabase.FILE));
        Files.deleteIfExists(notes);
        Files.deleteIfExists(folder);
    }

    private static Path notes(Path folder) {
        return folder.resolve("rebuild.json");
    }
}
