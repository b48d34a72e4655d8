package io.multichat.jobs.compact;

import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.sinks.archive.compact.ArchiveCompactor;
import io.multichat.sinks.archive.compact.CompactionReport;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.time.Duration;

/** One compaction of an archive. Sinks and readers may use the archive at the same time. */
public final class CompactRun {
    private final ArchiveAccess archive;
    private final Duration grace;

    /** @param grace how long replaced files are kept for readers that have them open */
    public CompactRun(ArchiveAccess archive, Duration grace) {
        this.archive = archive;
        this.grace = grace;
    }

    /**
     * Merges small files into large ones and removes files that were replaced longer ago than the grace period.
     *
     * @throws io.multichat.jobs.client.ArchiveUnavailableException when the archive does not exist
     * @throws CompactException when the archive is damaged or cannot be written, or another compaction is running
     */
    public CompactionReport run() {
        ArchiveCompactor compactor = archive.compactor(grace);
        try {
            return compactor.run();
        } catch (ArchiveDamagedException e) {
            throw new CompactException("the archive is damaged: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new CompactException("the compaction failed: " + e.getMessage(), e);
        }
    }
}
