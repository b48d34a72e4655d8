package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.Faults;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.conformance.worker.Killed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each record is archived exactly once, at whatever file operation a task fails or is killed. */
class KilledAndFailingTest {
    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    @Test
    void afterAKillAtAnyStepTheNextTaskLosesAndDuplicatesNothing() throws IOException {
        int steps = stepsWithoutFaults();
        for (int step = 0; step < steps; step++) {
            TestArchive archive = backlog(folder.resolve("killed-" + step));
            killAt(archive, step);

            Worker next = archive.worker().assignAll();
            next.poll(100);
            next.stop();

            Contents.areExactlyTheTopics(archive);
            Contents.haveNoOrphans(archive);
        }
    }

    @Test
    void afterAKillDuringTheCleanupTheNextTaskLosesAndDuplicatesNothing() throws IOException {
        int steps = stepsWithoutFaults();
        for (int step = steps / 3; step < steps; step += 4) {
            for (int again = 0; again < 20; again += 3) {
                TestArchive archive = backlog(folder.resolve("killed-" + step + "-" + again));
                killAt(archive, step);
                killAt(archive, again);

                Worker next = archive.worker().assignAll();
                next.poll(100);
                next.stop();

                Contents.areExactlyTheTopics(archive);
                Contents.haveNoOrphans(archive);
            }
        }
    }

    @Test
    void afterAFailureAtAnyStepTheTaskRewindsAndContinues() throws IOException {
        int steps = stepsWithoutFaults();
        for (int step = 0; step < steps; step++) {
            TestArchive archive = backlog(folder.resolve("failed-" + step));
            Faults faults = new Faults();
            Worker worker = archive.worker(faults);
            faults.failOnceAfter(step);

            worker.assignAll();
            for (int round = 0; round < 5; round++) {
                worker.poll(8);
                archive.clockMs.addAndGet(60_000);
            }
            worker.stop();
            Worker next = archive.worker().assignAll();
            next.poll(100);
            next.stop();

            Contents.areExactlyTheTopics(archive);
            Contents.haveNoOrphans(archive);
        }
    }

    @Test
    void onAFullDiskTheTaskPausesAndRewindsToTheEndOfItsChain() throws IOException {
        TestArchive archive = backlog(folder.resolve("full"));
        Faults faults = new Faults();
        Worker worker = archive.worker(faults).assignAll();
        worker.poll(3);
        archive.clockMs.addAndGet(60_000);
        worker.poll(0);
        faults.fill();

        worker.poll(100);

        assertThat(worker.context.paused).isEqualTo(archive.topics.keySet());
        assertThat(worker.context.timeouts.get(worker.context.timeouts.size() - 1))
                .isPositive();
        assertThat(worker.commitOffsets()).containsEntry(TestArchive.TRANSCRIPT, 3L);

        faults.heal();
        archive.clockMs.addAndGet(60_000);
        worker.poll(0);
        assertThat(worker.position(TestArchive.TRANSCRIPT)).isEqualTo(3);
        assertThat(worker.context.paused).isEmpty();
        worker.poll(100);
        worker.stop();

        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    @Test
    void aTaskOpenedOnAFullDiskStartsWhenThereIsSpace() throws IOException {
        TestArchive archive = backlog(folder.resolve("full-at-start"));
        killAt(archive, stepsWithoutFaults() - 3);
        Faults faults = new Faults();
        Worker worker = archive.worker(faults);
        faults.fill();
        worker.assignAll();
        worker.poll(100);

        faults.heal();
        archive.clockMs.addAndGet(60_000);
        worker.poll(0);
        worker.poll(100);
        worker.stop();

        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
    }

    private int stepsWithoutFaults() throws IOException {
        TestArchive archive = backlog(folder.resolve("sound"));
        Faults faults = new Faults();
        Worker worker = archive.worker(faults);
        int stepsToStart = faults.steps();
        worker.assignAll();
        runThrough(archive, worker);
        Contents.areExactlyTheTopics(archive);
        return faults.steps() - stepsToStart;
    }

    private static void killAt(TestArchive archive, int step) {
        Faults faults = new Faults();
        Worker worker = archive.worker(faults);
        faults.killAfter(step);
        try {
            worker.assignAll();
            runThrough(archive, worker);
        } catch (Killed e) {
            return;
        }
    }

    /** Runs the worker with one commit in between and one at the end. */
    private static void runThrough(TestArchive archive, Worker worker) {
        for (int round = 0; round < 2; round++) {
            worker.poll(4);
            worker.poll(4);
            archive.clockMs.addAndGet(round == 1 ? 0 : 60_000);
            worker.poll(0);
        }
        worker.stop();
    }

    private static TestArchive backlog(Path root) {
        TestArchive archive = new TestArchive(root);
        for (int i = 0; i < 16; i++) {
            Chat.message(
                    archive, TestArchive.TRANSCRIPT, Chat.NOON + i % 2 * Chat.DAY, "text " + "x".repeat(i * 31 % 700));
        }
        for (int i = 0; i < 6; i++) {
            Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(Chat.NOON, "m" + i % 4, i));
        }
        return archive;
    }
}
