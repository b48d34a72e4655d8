package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.read.CommittedSegments;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SessionDays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps one chain short and its files few. What it was prevented from finishing, or an earlier one, it finishes the next time. Used by
 * one thread.
 */
final class ChainUpkeep {
    // How much is lost when it is interrupted, and how long replaced and merged files lie side by side.
    private static final int DAYS_AT_ONCE = 30;
    // Below that a checkpoint would save a reader nothing.
    private static final long MANIFESTS_WORTH_A_CHECKPOINT = 50;

    private final ChainFolder folder;
    private final ArchiveStorage storage;
    private final CommittedSegments committed;
    private final CompactionLimits limits;
    private final RetiredFiles retiredFiles;

    /** @param folder of the chain */
    ChainUpkeep(ChainFolder folder, ArchiveStorage storage, CompactionLimits limits) {
        this.folder = folder;
        this.storage = storage;
        this.limits = limits;
        committed = new CommittedSegments(storage.layout());
        retiredFiles = new RetiredFiles(storage.layout(), storage.files());
    }

    CompactionReport run(long nowMs) throws IOException {
        Optional<ChainView> begun = ChainReader.read(folder, Optional.empty());
        if (begun.isEmpty()) {
            return CompactionReport.NOTHING;
        }
        ManifestChain chain =
                new ManifestChain(begun.get().source(), begun.get().kind(), storage);
        Orphans orphans = new Orphans(storage.layout().compactions(begun.get().source()), storage, chain);
        orphans.removeAll(new ChainCompaction(begun.get(), chain, storage).attempt());
        retiredFiles.hide(begun.get().state().retired());
        CompactionReport report = removeManifests(begun.get(), nowMs);
        ChainView view = begun.get();
        while (isDue(view, nowMs)) {
            CompactionReport step = compact(view, chain, orphans, nowMs);
            report = report.plus(step);
            if (step.lostRaces() > 0) {
                return report;
            }
            view = ChainReader.read(folder, Optional.of(view)).orElseThrow();
        }
        return report;
    }

    private boolean isDue(ChainView view, long nowMs) {
        return !merges(view).isEmpty()
                || !aged(view, nowMs).isEmpty()
                || view.head().sequence() - view.head().checkpoint() >= MANIFESTS_WORTH_A_CHECKPOINT;
    }

    private CompactionReport compact(ChainView view, ManifestChain chain, Orphans orphans, long nowMs)
            throws IOException {
        List<RetiredFile> aged = aged(view, nowMs);
        retiredFiles.remove(aged);
        List<List<SegmentFile>> merges = merges(view);
        List<SegmentFile> replaced = merges.stream().flatMap(List::stream).toList();
        ChainCompaction compaction = new ChainCompaction(view, chain, storage);
        Path next = new ChainCompaction(view, chain, storage).attempt();
        Optional<Replacement> done;
        try {
            for (List<SegmentFile> group : merges) {
                compaction.merge(group, committed);
            }
            done = compaction.publish(replaced, aged, nowMs);
            orphans.remove(compaction.attempt(), next);
        } catch (IOException e) {
            cleanUp(e, () -> orphans.remove(compaction.attempt(), next));
            throw e;
        }
        if (done.isEmpty()) {
            return new CompactionReport(0, 0, aged.size(), 0, 1);
        }
        retiredFiles.hide(done.get().replaced().stream()
                .map(file -> new RetiredFile(file.path(), nowMs))
                .toList());
        return new CompactionReport(replaced.size(), merges.size(), aged.size(), 0, 0);
    }

    /** A step of cleaning up. */
    private interface CleanUp {
        void run() throws IOException;
    }

    // The next compaction would do it too, but the disk may be full of what was half done.
    private static void cleanUp(IOException failure, CleanUp step) {
        try {
            step.run();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The groups of files that are worth a merge, those of the first days. */
    private List<List<SegmentFile>> merges(ChainView view) {
        Map<Long, List<SegmentFile>> byDay = new TreeMap<>();
        for (SegmentFile file : view.state().live()) {
            byDay.computeIfAbsent(SessionDays.day(file.minSentAt()), first -> new ArrayList<>())
                    .add(file);
        }
        MergePlan plan = new MergePlan(limits.targetBytes());
        return byDay.values().stream()
                .map(plan::of)
                .filter(groups -> !groups.isEmpty())
                .limit(DAYS_AT_ONCE)
                .flatMap(List::stream)
                .toList();
    }

    private List<RetiredFile> aged(ChainView view, long nowMs) {
        return view.state().retired().stream()
                .filter(file -> file.retiredAt() + limits.graceMs() <= nowMs)
                .toList();
    }

    // Ascending, so that what is left is always the end of the chain.
    private CompactionReport removeManifests(ChainView view, long nowMs) throws IOException {
        long removed = 0;
        if (view.checkpointedAt() + limits.graceMs() <= nowMs) {
            for (long sequence : folder.sequences()) {
                if (sequence < view.head().checkpoint()) {
                    storage.files().delete(folder.file(sequence));
                    removed++;
                }
            }
        }
        return new CompactionReport(0, 0, 0, removed, 0);
    }
}
