package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic-partitions that a task was given, each with its writer. Used by one thread. */
final class OwnedPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartitions.class);

    private final ArchiveSettings settings;
    private final ArchiveStorage storage;
    private final Map<TopicPartition, PartitionWriter> writers = new HashMap<>();

    OwnedPartitions(ArchiveSettings settings, ArchiveStorage storage) {
        this.settings = settings;
        this.storage = storage;
    }

    /** Takes topic-partitions over; {@link #reopen()} opens them. */
    void take(Collection<TopicPartition> partitions) {
        for (TopicPartition source : partitions) {
            writers.put(
                    source,
                    new PartitionWriter(source, ArchiveKind.ofTopic(source.topic(), settings.topics()), storage));
        }
    }

    /** Opens those that are not sound; they begin at the end of their chains. */
    void reopen() throws IOException {
        for (PartitionWriter writer : writers.values()) {
            if (!writer.sound()) {
                writer.reopen();
            }
        }
    }

    PartitionWriter get(TopicPartition source) {
        PartitionWriter writer = writers.get(source);
        if (writer == null) {
            throw new ConnectException(source + " is not open in this task");
        }
        return writer;
    }

    Collection<PartitionWriter> all() {
        return writers.values();
    }

    /** The offset that each waits for: where its consumer must stand. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        writers.forEach((source, writer) -> positions.put(source, writer.position()));
        return positions;
    }

    /** The end of each chain that has begun. */
    Map<TopicPartition, Long> durable() {
        Map<TopicPartition, Long> durable = new HashMap<>();
        writers.forEach((source, writer) -> {
            if (writer.head().sequence() > 0) {
                durable.put(source, writer.head().nextOffset());
            }
        });
        return durable;
    }

    /** False when one must be re-opened. */
    boolean sound() {
        return writers.values().stream().allMatch(PartitionWriter::sound);
    }

    /**
     * Commits what is there and gives the topic-partition up. If that fails, its next owner reads the records again.
     *
     * <p>It commits, since abandoning would cost the next owner all the work since the last commit, and the chain decides
     * anyhow when the next owner is at work already.
     */
    void giveUp(TopicPartition source) {
        PartitionWriter writer = writers.remove(source);
        if (writer == null) {
            return;
        }
        try {
            if (writer.sound() && !writer.commit()) {
                writer.reopen();
            }
        } catch (IOException e) {
            LOG.warn(
                    "{} was given up without a commit; its next owner reads from offset {} on",
                    source,
                    writer.head().nextOffset(),
                    e);
        } finally {
            writer.abandon();
        }
    }
}
