package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveKind;
import org.apache.kafka.common.TopicPartition;

/**
 * A chain at the time it was read.
 *
 * @param kind the kind of its segments
 * @param source the topic-partition
 * @param head its end
 * @param state its files
 * @param checkpointedAt the time of its newest checkpoint, UTC milliseconds; 0 when there is none
 */
public record ChainView(
        ArchiveKind kind, TopicPartition source, ChainHead head, ChainState state, long checkpointedAt) {}
