package io.multichat.sinks.archive.read;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SegmentLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads every file of an archive and compares its SHA-256 with the one in its manifest. */
public final class ArchiveHashCheck implements Check {
    private final CommittedSegments committed;

    /** @param root the archive's folder */
    public ArchiveHashCheck(Path root) {
        committed = new CommittedSegments(new ArchiveLayout(root));
    }

    @Override
    public String name() {
        return "archive content";
    }

    @Override
    public List<Finding> findings() {
        return ArchiveErrors.whileReading(() -> {
            List<Finding> findings = new ArrayList<>();
            for (ArchiveKind kind : ArchiveKind.values()) {
                for (Segment segment : committed.of(kind)) {
                    check(segment, findings);
                }
            }
            return findings;
        });
    }

    private void check(Segment segment, List<Finding> findings) throws IOException {
        // Opening a file compares its hash.
        try (SegmentLines lines = committed.open(segment)) {
            lines.next();
        } catch (ArchiveDamagedException e) {
            findings.add(Finding.danger(
                    e.getMessage(), "Restore the file from a backup; `multichat verify` says what else it affects."));
        }
    }
}
