package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.files.SegmentPath;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps one chain short and its files few. Completes an earlier, interrupted run. Used by one thread. */
final class ChainMaintenance {
    // Limits how much work an interruption loses, and how long merged files exist beside the replaced ones.
    private static final int DAYS_AT_ONCE = 30;
    // With fewer manifests, a checkpoint would save readers nothing.
    private static final long MANIFESTS_FOR_A_CHECKPOINT = 50;

    private final ChainFolder folder;
    private final ArchiveStorage storage;
    private final CommittedSegments committed;
    private final CompactionLimits limits;
    private final RetiredFiles retiredFiles;
    private Set<SegmentFile> tinyFrames = Set.of();

    /** @param folder of the chain */
    ChainMaintenance(ChainFolder folder, ArchiveStorage storage, CompactionLimits limits) {
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
        tinyFrames = new TinyFrames(storage.layout()).among(view.state().live());
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
                || view.head().sequence() - view.head().checkpoint() >= MANIFESTS_FOR_A_CHECKPOINT;
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

    /** One step of the cleanup after a failure. */
    private interface CleanUp {
        void run() throws IOException;
    }

    // The next compaction would do it too, but unfinished files might fill the disk until then.
    private static void cleanUp(IOException failure, CleanUp step) {
        try {
            step.run();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The groups of files that are worth merging or rewriting, of the earliest days. */
    private List<List<SegmentFile>> merges(ChainView view) {
        Map<LocalDate, List<SegmentFile>> byDay = new TreeMap<>();
        for (SegmentFile file : view.state().live()) {
            byDay.computeIfAbsent(SegmentPath.day(file.minSentAt()), first -> new ArrayList<>())
                    .add(file);
        }
        MergePlan plan = new MergePlan(limits.targetBytes(), tinyFrames);
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

    // In ascending order, so that what remains is always the end of the chain.
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
