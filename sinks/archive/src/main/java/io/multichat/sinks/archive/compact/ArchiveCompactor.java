package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.Folders;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.Compression;
import io.multichat.sinks.archive.segment.FrameBuffers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Merges the many small files of an archive into few larger ones while tasks write it and readers read it: both follow the
 * chains of manifests. May be killed at any time; the next run removes the leftovers. Used once.
 */
public final class ArchiveCompactor {
    private static final long TARGET_BYTES = 256L << 20;

    private final ArchiveStorage storage;
    private final CompactionLimits limits;
    private final LongSupplier wallClockMs;

    /**
     * @param root the archive's folder
     * @param grace how long replaced files stay; must be longer than any reader uses the same list of files
     */
    public ArchiveCompactor(Path root, Duration grace) {
        this(
                new ArchiveStorage(
                        new ArchiveLayout(root),
                        new LocalFiles(2),
                        Compression.ZSTD,
                        Compression.ZSTD.encoder(),
                        FrameBuffers.defaults()),
                new CompactionLimits(grace.toMillis(), TARGET_BYTES),
                System::currentTimeMillis);
    }

    /** @param storage is closed by {@link #run()} */
    public ArchiveCompactor(ArchiveStorage storage, CompactionLimits limits, LongSupplier wallClockMs) {
        this.storage = storage;
        this.limits = limits;
        this.wallClockMs = wallClockMs;
    }

    /**
     * Compacts the whole archive.
     *
     * @throws ArchiveDamagedException when a file differs from what was committed; then no more files of its topic-partition are
     *     replaced, but those of all others are. Names the first such file; the exceptions for others are suppressed ones of it
     * @throws IOException when the archive cannot be written, or another process is compacting it
     */
    public CompactionReport run() throws IOException {
        Path lock = storage.layout().compactionLock();
        storage.files().createFolders(List.of(lock.getParent()));
        try (storage;
                FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            return runLocked();
        }
    }

    private CompactionReport runLocked() throws IOException {
        CompactionReport report = CompactionReport.NOTHING;
        List<ArchiveDamagedException> damages = new ArrayList<>();
        for (Path chain : Folders.list(storage.layout().chains())) {
            try {
                report = report.plus(
                        new ChainMaintenance(new ChainFolder(chain), storage, limits).run(wallClockMs.getAsLong()));
            } catch (ArchiveDamagedException e) {
                damages.add(e);
            }
        }
        if (!damages.isEmpty()) {
            ArchiveDamagedException first = damages.remove(0);
            damages.forEach(first::addSuppressed);
            throw first;
        }
        return report;
    }

    // Held until the channel is closed. It only saves work: the chains would decide between two compactions, too.
    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new IOException("another process is compacting the archive; wait until it ends");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("this process is compacting the archive already; wait until that ends", e);
        }
    }
}
