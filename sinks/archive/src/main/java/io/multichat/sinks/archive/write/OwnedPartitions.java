package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic-partitions that are assigned to a task, each with its writer. Used by one thread. */
final class OwnedPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedPartitions.class);

    private final ArchiveSettings settings;
    private final ArchiveStorage storage;
    private final Map<TopicPartition, PartitionWriter> writers = new HashMap<>();

    OwnedPartitions(ArchiveSettings settings, ArchiveStorage storage) {
        this.settings = settings;
        this.storage = storage;
    }

    /** Adds topic-partitions; {@link #reopen()} opens them. */
    void take(Collection<TopicPartition> partitions) {
        for (TopicPartition source : partitions) {
            writers.put(
                    source,
                    new PartitionWriter(source, ArchiveKind.ofTopic(source.topic(), settings.topics()), storage));
        }
    }

    /**
     * Opens the writers that are not sound; they begin at the ends of their chains. Creates the archive's folder, so that other
     * processes can ask for commits before the first one.
     */
    void reopen() throws IOException {
        storage.files().createFolders(List.of(storage.layout().root()));
        for (PartitionWriter writer : writers.values()) {
            if (!writer.sound()) {
                writer.reopen();
            }
        }
    }

    PartitionWriter get(TopicPartition source) {
        PartitionWriter writer = writers.get(source);
        if (writer == null) {
            throw new ConnectException(source + " is not assigned to this task");
        }
        return writer;
    }

    Collection<PartitionWriter> all() {
        return writers.values();
    }

    /** The next offset of each topic-partition, where its consumer must be. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        writers.forEach((source, writer) -> positions.put(source, writer.position()));
        return positions;
    }

    /** The next offset of each chain that has a manifest. */
    Map<TopicPartition, Long> durable() {
        Map<TopicPartition, Long> durable = new HashMap<>();
        writers.forEach((source, writer) -> {
            if (writer.head().sequence() > 0) {
                durable.put(source, writer.head().nextOffset());
            }
        });
        return durable;
    }

    /** False when a writer must be reopened. */
    boolean sound() {
        return writers.values().stream().allMatch(PartitionWriter::sound);
    }

    /**
     * Commits everything uncommitted, then gives up the topic-partition. If the commit fails, the next owner reads the
     * records again.
     *
     * <p>Without this commit, the next owner would repeat all work since the last commit. The chain decides anyway if the
     * next owner has already started.
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
                    "Gave up {} without a commit; its next owner reads from offset {}",
                    source,
                    writer.head().nextOffset(),
                    e);
        } finally {
            writer.abandon();
        }
    }
}
