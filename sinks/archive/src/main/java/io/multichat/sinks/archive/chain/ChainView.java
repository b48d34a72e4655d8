package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.files.ArchiveKind;
import org.apache.kafka.common.TopicPartition;

/**
 * A chain as it was read.
 *
 * @param kind what its files hold
 * @param source the topic-partition
 * @param head its end
 * @param state what its manifests say together
 * @param checkpointedAt when its newest checkpoint was made, UTC milliseconds; 0 when there is none
 */
public record ChainView(
        ArchiveKind kind, TopicPartition source, ChainHead head, ChainState state, long checkpointedAt) {}
