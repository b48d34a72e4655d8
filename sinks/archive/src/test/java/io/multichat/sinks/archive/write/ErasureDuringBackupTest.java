package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.read.ArchiveBackup;
import io.multichat.sinks.archive.testing.ArchiveBytes;
import io.multichat.sinks.archive.testing.Faults;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.CanaryRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that copies the segments at any moment of a commit with an erasure, and its notes once that is complete. What is restored from
 * it erases what is left, or never has it.
 */
@EnabledOnOs(OS.LINUX)
class ErasureDuringBackupTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void aDeletedSessionIsForgotten() throws Exception {
        everyMoment(CanaryRecords.sessionDeleted(9, CanaryRecords.NOON + 4_999));
    }

    @Test
    void anErasedPersonIsForgotten() throws Exception {
        everyMoment(CanaryRecords.personErased(9));
    }

    private void everyMoment(SinkRecord command) throws Exception {
        int steps = 1;
        for (int step = 0; step < steps; step++) {
            Path round = Files.createDirectory(folder.resolve("step-" + step));
            TestArchive archive = committedChat(round.resolve("archive"));
            archive.add(command);
            Faults faults = new Faults();
            PausedBackup backup = new PausedBackup(archive, round.resolve("backup"));
            faults.meanwhile(step, backup::copySegments);

            write(archive.worker(faults));
            steps = faults.steps();
            TestArchive restored = new TestArchive(backup.finish()).set("archive.compression", "gzip");
            restored.topics.putAll(archive.topics);
            write(restored.worker());

            assertThat(ArchiveBytes.filesWith(CanaryRecords.CANARY, restored.root))
                    .as("restored from a backup at step " + step)
                    .isEmpty();
        }
        assertThat(steps).isGreaterThan(20);
    }

    private static TestArchive committedChat(Path root) {
        TestArchive archive = new TestArchive(root).set("archive.compression", "gzip");
        CanaryRecords.chat().forEach(archive::add);
        write(archive.worker());
        return archive;
    }

    private static void write(Worker worker) {
        worker.assignAll();
        worker.poll(100);
        worker.stop();
    }

    /** A backup that waits between the segments and the notes, because a pipe in the place of a manifest gives no end yet. */
    private static final class PausedBackup {
        private final TestArchive archive;
        private final Path copy;
        private FileChannel pipe;
        private CompletableFuture<Void> copied = CompletableFuture.completedFuture(null);

        PausedBackup(TestArchive archive, Path copy) {
            this.archive = archive;
            this.copy = copy;
        }

        void copySegments() {
            // Nobody reads this number, because manifests begin with 1.
            String name = ChainFolder.fileName(0);
            Path manifest = new ArchiveLayout(archive.root)
                    .manifests(TestArchive.TRANSCRIPT)
                    .resolve(name);
            try {
                assertThat(new ProcessBuilder("mkfifo", manifest.toString())
                                .start()
                                .waitFor())
                        .isZero();
                pipe = FileChannel.open(manifest, StandardOpenOption.READ, StandardOpenOption.WRITE);
                copied = CompletableFuture.runAsync(() -> new ArchiveBackup(archive.root).copyTo(copy));
                Path reached = new ArchiveLayout(copy)
                        .manifests(TestArchive.TRANSCRIPT)
                        .resolve(name);
                await().atMost(LIMIT).until(() -> Files.exists(reached) || copied.isDone());
                Files.delete(manifest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The complete backup. */
        Path finish() throws IOException {
            pipe.close();
            copied.join();
            return copy;
        }
    }
}
