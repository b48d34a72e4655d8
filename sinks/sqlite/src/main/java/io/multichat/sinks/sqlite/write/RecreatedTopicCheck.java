package io.multichat.sinks.sqlite.write;

import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.table.StoredOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Detects that a topic-partition is not the log that the file was written from: the topic was deleted and created again, or
 * the file comes from another cluster.
 *
 * <p>A task reads the last record before the stored offset again; the check compares it with the stored hash. If that record
 * is gone (compaction, retention), nothing can be compared, and the log counts as unchanged.
 */
final class RecreatedTopicCheck {
    private final Map<TopicPartition, StoredOffset> expected = new HashMap<>();
    private final Set<TopicPartition> recreated = new HashSet<>();

    /** The task will read the topic-partition from {@link StoredOffset#readFrom()}. */
    void expect(TopicPartition partition, StoredOffset stored) {
        recreated.remove(partition);
        expected.put(partition, stored);
    }

    /** The task reads the topic-partition from elsewhere: there is nothing to compare. */
    void forget(TopicPartition partition) {
        recreated.remove(partition);
        expected.remove(partition);
    }

    /** Compares the first entry of each expected topic-partition; after that, calls cost nothing. */
    void compare(List<SinkEntry> entries) {
        for (int i = 0; i < entries.size() && !expected.isEmpty(); i++) {
            Origin origin = entries.get(i).origin();
            TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
            StoredOffset stored = expected.remove(partition);
            if (stored != null && !stored.agreesWith(entries.get(i))) {
                recreated.add(partition);
            }
        }
    }

    /** The topic-partitions that are another log. */
    Set<TopicPartition> recreated() {
        return recreated;
    }
}
