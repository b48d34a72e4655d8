package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.chain.ChainHead;
import io.multichat.sinks.archive.chain.ManifestChain;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.SegmentPath;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.ArchivedLine;
import io.multichat.sinks.archive.segment.SegmentFile;
import io.multichat.sinks.archive.segment.SegmentWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The segments of one topic-partition that wait for their commit, one per day. Used by one thread. */
final class PendingSegments {
    private final TopicPartition source;
    private final ArchiveKind kind;
    private final ArchiveStorage storage;
    // Part of every file name, so that no two attempts ever write the same file.
    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final Map<LocalDate, SegmentWriter> byDay = new TreeMap<>();
    // By their unfinished files.
    private final Map<Path, SegmentFile> finished = new LinkedHashMap<>();

    PendingSegments(TopicPartition source, ArchiveKind kind, ArchiveStorage storage) {
        this.source = source;
        this.kind = kind;
        this.storage = storage;
    }

    /** The folder of unfinished work that belongs to this object alone. */
    Path attempt() {
        return storage.layout().attempts(source).resolve(unique);
    }

    /**
     * Adds a line to the segment of its day.
     *
     * @return its length in bytes
     */
    int append(ArchivedLine line) throws IOException {
        LocalDate day = SegmentPath.day(line.sentAt());
        SegmentWriter segment = byDay.get(day);
        if (segment == null) {
            segment = new SegmentWriter(unfinished(day), storage);
            byDay.put(day, segment);
        }
        return segment.append(line);
    }

    /** Completes all files, durably but still hidden from readers. */
    List<SegmentFile> finish() throws IOException {
        for (Map.Entry<LocalDate, SegmentWriter> pending : byDay.entrySet()) {
            SegmentWriter segment = pending.getValue();
            String name = "p" + source.partition() + "-" + segment.tally().firstOffset() + "-" + unique
                    + storage.compression().suffix();
            finished.put(unfinished(pending.getKey()), segment.finish(SegmentPath.of(kind, pending.getKey(), name)));
        }
        storage.files().sync(finished.keySet());
        return new ArrayList<>(finished.values());
    }

    /** Moves the completed files to their final paths, durably. */
    void moveIntoPlace() throws IOException {
        Map<Path, Path> targets = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Map.Entry<Path, SegmentFile> segment : finished.entrySet()) {
            Path target = storage.layout().resolve(segment.getValue().path());
            targets.put(segment.getKey(), target);
            folders.add(target.getParent());
        }
        storage.files().createFolders(folders);
        for (Map.Entry<Path, Path> move : targets.entrySet()) {
            storage.files().move(move.getKey(), move.getValue());
        }
        storage.files().syncFolders(folders);
    }

    /**
     * Completes the segments and makes them part of the chain. A compaction in between costs only another manifest.
     *
     * @param head the end of the chain
     * @param nextOffset the offset after the segments
     * @return the new end of the chain; empty when another writer committed or took over in the meantime
     */
    Optional<ChainHead> commit(ManifestChain chain, ChainHead head, long nextOffset) throws IOException {
        List<SegmentFile> files = finish();
        ManifestChain.Candidate candidate = chain.prepareCommit(attempt(), head, nextOffset, files);
        moveIntoPlace();
        ChainHead end = head;
        while (!chain.publish(candidate)) {
            Optional<ChainHead> compacted = chain.compactedSince(end);
            if (compacted.isEmpty() || compacted.get().equals(end)) {
                return Optional.empty();
            }
            end = compacted.get();
            ManifestChain.Candidate next = chain.prepareCommit(attempt(), end, nextOffset, files);
            // Not earlier: whoever cleans up after this writer finds its files through its manifest.
            storage.files().delete(candidate.file());
            candidate = next;
        }
        return Optional.of(candidate.head());
    }

    /** Drops the segments. Files that were not moved stay where they are. */
    void clear() {
        byDay.values().forEach(SegmentWriter::discard);
        byDay.clear();
        finished.clear();
    }

    private Path unfinished(LocalDate day) {
        return attempt().resolve(day + storage.compression().suffix());
    }
}
