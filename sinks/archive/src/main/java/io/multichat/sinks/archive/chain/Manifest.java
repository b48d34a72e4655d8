package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * One link in the chain of a topic-partition. There are three types. A commit says that the records from {@code firstOffset}
 * (included) to {@code nextOffset} (excluded) are in the archive. A compaction replaces files with others that hold the same
 * lines. A takeover only occupies a number in the chain, so that no writer that prepared a manifest with that number can
 * commit it.
 *
 * @param sequence 1 for the first manifest, then consecutive
 * @param kind the kind of the files
 * @param source the topic-partition
 * @param firstOffset the end of the previous commit; 0 in the first manifest
 * @param nextOffset the next offset
 * @param files the files that it adds; none for a commit of records without lines
 * @param previousSha256 of the previous manifest's bytes, in lower-case hex; {@link ChainHead#START} has the value for the
 *     first
 * @param createdAt UTC milliseconds
 * @param previousCheckpoint the number of the last checkpoint before this manifest; 0 when there is none
 * @param checkpoint the state of the whole chain up to here, so that no earlier manifest needs to be read; absent in most
 */
public record Manifest(
        long sequence,
        ArchiveKind kind,
        TopicPartition source,
        long firstOffset,
        long nextOffset,
        List<SegmentFile> files,
        String previousSha256,
        long createdAt,
        long previousCheckpoint,
        Optional<ChainState> checkpoint) {
    public Manifest {
        files = List.copyOf(files);
    }

    boolean follows(ChainHead head) {
        return sequence == head.sequence() + 1
                && firstOffset == head.nextOffset()
                && previousSha256.equals(head.sha256());
    }

    boolean isCompaction() {
        return firstOffset == nextOffset && checkpoint.isPresent();
    }

    /** True when it only occupies its number. */
    public boolean isTakeover() {
        return firstOffset == nextOffset && checkpoint.isEmpty();
    }
}
