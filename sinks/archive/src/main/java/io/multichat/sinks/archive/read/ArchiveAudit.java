package io.multichat.sinks.archive.read;

import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything in an archive. Checks the chain of manifests, and the SHA-256 of every file before it is read. */
public final class ArchiveAudit implements StoreAudit {
    private final CommittedSegments committed;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    /** @param root the archive's folder */
    public ArchiveAudit(Path root) {
        committed = new CommittedSegments(new ArchiveLayout(root));
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Promise promise() {
        return Promise.EVERYTHING;
    }

    /** Empty if the chain of manifests is broken, which {@link #read} reports. */
    @Override
    public Optional<Map<String, Long>> positions() {
        return ArchiveErrors.whileReading(() -> {
            try {
                Map<String, Long> positions = new HashMap<>();
                committed
                        .chains()
                        .forEach(chain -> positions.put(
                                chain.source().toString(), chain.head().nextOffset()));
                return Optional.of(positions);
            } catch (ArchiveDamagedException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public List<String> read(AuditSink sink) {
        List<String> faults = new ArrayList<>();
        return ArchiveErrors.whileReading(() -> {
            for (ArchiveKind kind : ArchiveKind.values()) {
                for (Segment segment : segments(kind, faults)) {
                    try {
                        read(segment, sink);
                    } catch (ArchiveDamagedException e) {
                        faults.add(e.getMessage());
                    }
                }
            }
            return faults;
        });
    }

    private List<Segment> segments(ArchiveKind kind, List<String> faults) throws IOException {
        try {
            return committed.of(kind);
        } catch (ArchiveDamagedException e) {
            faults.add(e.getMessage());
            return List.of();
        }
    }

    private void read(Segment segment, AuditSink sink) throws IOException {
        if (segment.kind() == ArchiveKind.SESSIONS) {
            committed.forEach(segment, snapshots::decode, sink::session);
            return;
        }
        committed.forEach(segment, TranscriptLine::decode, line -> {
            sink.accepted(
                    line.event(), line.placement().sentAt(), line.placement().order());
            line.placement()
                    .boundary()
                    .ifPresent(instant -> sink.boundary(line.conversation().key(), instant));
        });
    }
}
