package io.multichat.sinks.archive.compact;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.chain.ChainView;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.chain.Orphans;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.Contents;
import io.multichat.sinks.archive.testing.Faults;
import io.multichat.sinks.archive.testing.FaultyFiles;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two compactions of one chain at the same time. */
class CompetingCompactionsTest {
    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void aBacklog() {
        archive = new TestArchive(root).set("archive.commit.records", "10");
        Chat.threeDays(archive);
    }

    @Test
    void aCompactionStopsWhenAnotherOneTakesOverItsFiles() throws IOException {
        Worker worker = archive.worker().assignAll();
        for (int i = 0; i < 4; i++) {
            worker.poll(10);
        }
        TreeSet<String> before = archive.visibleFiles();
        Faults faults = new Faults();
        ArchiveStorage storage = new ArchiveStorage(
                new ArchiveLayout(root),
                new FaultyFiles(new LocalFiles(2), faults),
                Compression.ZSTD,
                Compression.ZSTD.encoder(),
                FrameBuffers.defaults());
        ManifestChain chain = new ManifestChain(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, storage);
        ChainView view = ChainReader.read(
                        new ChainFolder(storage.layout().manifests(TestArchive.TRANSCRIPT)), Optional.empty())
                .orElseThrow();
        ChainCompaction compaction = new ChainCompaction(view, chain, storage);
        List<SegmentFile> day = view.state().live().stream()
                .filter(file -> file.minSentAt() == Chat.NOON)
                .toList();
        compaction.merge(day, new CommittedSegments(storage.layout()));
        // When its files are in place, just before the hard link.
        faults.meanwhile(7, this::takeCompactionsOver);

        assertThat(compaction.publish(day, List.of(), 1)).isEmpty();

        Contents.areTheTopicsUpToTheChains(archive);
        new Orphans(storage.layout().compactions(TestArchive.TRANSCRIPT), storage, chain)
                .removeAll(root.resolve(".compacting/next"));
        assertThat(archive.visibleFiles()).isEqualTo(before);
    }

    private void takeCompactionsOver() {
        try {
            new ManifestChain(TestArchive.TRANSCRIPT, ArchiveKind.TRANSCRIPT, archive.storage())
                    .takeOver(root.resolve(".compacting/another"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
