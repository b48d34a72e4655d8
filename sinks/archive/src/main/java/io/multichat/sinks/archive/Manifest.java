package io.multichat.sinks.archive;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * One commit of one topic-partition: from here on, its records from {@code firstOffset} to before {@code nextOffset} are in the
 * archive, and exactly these files hold them.
 *
 * @param sequence 1 for the first commit, then without gaps
 * @param kind what the files hold
 * @param source the topic-partition
 * @param firstOffset where the previous commit ended; 0 in the first
 * @param nextOffset the offset that comes next
 * @param files may be empty: a commit of records without lines, or of a writer that only took its place in the chain
 * @param previousSha256 of the previous manifest's bytes, in lower-case hex; {@link ChainHead#START} has that of the first
 * @param createdAt UTC milliseconds
 */
record Manifest(
        long sequence,
        ArchiveKind kind,
        TopicPartition source,
        long firstOffset,
        long nextOffset,
        List<SegmentFile> files,
        String previousSha256,
        long createdAt) {
    Manifest {
        files = List.copyOf(files);
    }

    boolean names(SegmentFile file) {
        return files.contains(file);
    }

    boolean follows(ChainHead head) {
        return sequence == head.sequence() + 1
                && firstOffset == head.nextOffset()
                && previousSha256.equals(head.sha256());
    }
}
