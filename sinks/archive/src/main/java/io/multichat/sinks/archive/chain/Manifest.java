package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * One link of the chain of a topic-partition. There are three kinds: a commit, after which the records from {@code firstOffset} to
 * before {@code nextOffset} are in the archive; a compaction, which replaces files by others with the same lines; and one that only
 * takes its place in the chain, so that nobody who prepared for that place can commit any more.
 *
 * @param sequence 1 for the first, then without gaps
 * @param kind what the files hold
 * @param source the topic-partition
 * @param firstOffset where the previous commit ended; 0 in the first
 * @param nextOffset the offset that comes next
 * @param files what it adds; a commit of records without lines adds none
 * @param previousSha256 of the previous manifest's bytes, in lower-case hex; {@link ChainHead#START} has that of the first
 * @param createdAt UTC milliseconds
 * @param previousCheckpoint the sequence of the last checkpoint before this one; 0 when there is none
 * @param checkpoint in some: everything that the chain says up to here, so that no earlier manifest needs to be read
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

    /** True when it only takes its place. */
    public boolean isTakeover() {
        return firstOffset == nextOffset && checkpoint.isEmpty();
    }
}
