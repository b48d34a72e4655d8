package io.multichat.sinks.archive.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.compact.CompactionLimits;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.write.ArchiveCommitRequest;
import io.multichat.sinks.core.conformance.worker.Killed;
import java.io.IOException;
import java.util.List;

/** Two workers that play a history. A worker that was stopped or killed is replaced when it is needed next. */
final class Actors {
    private final TestArchive archive;
    private final Worker[] workers = new Worker[2];
    private final Faults[] faults = new Faults[2];

    Actors(TestArchive archive) {
        this.archive = archive;
    }

    void play(ExactlyOncePropertyTest.Step step) throws IOException {
        int which = step.worker();
        try {
            ensure(which);
            happen(step, workers[which], faults[which]);
        } catch (Killed e) {
            workers[which] = null;
        }
        if (step.happening() == ExactlyOncePropertyTest.Happening.KILL
                || step.happening() == ExactlyOncePropertyTest.Happening.STOP) {
            workers[which] = null;
        }
    }

    /** Stops both workers; a killed one just ends. */
    void retire() {
        for (Worker worker : workers) {
            try {
                if (worker != null) {
                    worker.stop();
                }
            } catch (Killed e) {
                continue;
            }
        }
    }

    private void ensure(int which) {
        if (workers[which] == null) {
            faults[which] = new Faults();
            workers[which] = archive.worker(faults[which]).assignAll();
        }
    }

    private void happen(ExactlyOncePropertyTest.Step step, Worker worker, Faults disk) throws IOException {
        switch (step.happening()) {
            case POLL -> worker.poll(step.size());
            case REDELIVER -> worker.redeliver(step.size());
            case TIME_PASSES -> archive.clockMs.addAndGet(step.size() * 500L);
            case REQUEST -> new ArchiveCommitRequest(archive.root).request();
            case STOP -> worker.stop();
            case KILL_IN_A_WHILE -> disk.killAfter(step.size());
            case FAIL -> disk.failOnceAfter(step.size());
            case REBALANCE -> {
                worker.revoke(List.of(TestArchive.TRANSCRIPT));
                worker.assign(List.of(TestArchive.TRANSCRIPT));
            }
            default -> compaction(step, worker, disk);
        }
    }

    private void compaction(ExactlyOncePropertyTest.Step step, Worker worker, Faults disk) {
        switch (step.happening()) {
            case COMPACT -> compact(new Faults());
            case COMPACT_KILLED, COMPACT_WHILE_POLLING -> {
                Faults compactors = new Faults();
                if (step.happening() == ExactlyOncePropertyTest.Happening.COMPACT_KILLED) {
                    compactors.killAfter(step.size());
                } else {
                    compactors.meanwhile(step.size(), () -> worker.poll(25));
                }
                compact(compactors);
            }
            case POLL_WHILE_COMPACTING -> {
                disk.meanwhile(step.size(), () -> compact(new Faults()));
                worker.poll(25);
            }
            default -> worker.commitOffsets();
        }
    }

    /** Compacts as a separate process would: if it is killed, the workers continue. */
    void compact(Faults compactors) {
        ArchiveStorage storage = new ArchiveStorage(
                new ArchiveLayout(archive.root),
                new FaultyFiles(new LocalFiles(2), compactors),
                Compression.ZSTD,
                Compression.ZSTD.encoder(),
                FrameBuffers.defaults());
        try {
            new ArchiveCompactor(
                            storage,
                            new CompactionLimits(10_000, 2_000),
                            () -> System.currentTimeMillis() + archive.clockMs.get())
                    .run();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("compact");
        }
    }
}
