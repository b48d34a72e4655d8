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
 * Finds out whether a log is the one that the file was written from, or another one under the same name: a topic that was made
 * anew, or the file of another cluster. The first record that is read tells, when it stands before the offset in the file. Where
 * that record is gone (compaction, retention), nothing can be told and the log is taken for the same.
 */
final class LogCheck {
    private final Map<TopicPartition, StoredOffset> expected = new HashMap<>();
    private final Set<TopicPartition> others = new HashSet<>();

    /** Reading begins at {@link StoredOffset#readFrom()}. */
    void expect(TopicPartition partition, StoredOffset stored) {
        others.remove(partition);
        expected.put(partition, stored);
    }

    /** Reading begins elsewhere. */
    void forget(TopicPartition partition) {
        others.remove(partition);
        expected.remove(partition);
    }

    /** Compares the first entry of each partition; later ones cost nothing. */
    void look(List<SinkEntry> entries) {
        for (int i = 0; i < entries.size() && !expected.isEmpty(); i++) {
            Origin origin = entries.get(i).origin();
            TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
            StoredOffset stored = expected.remove(partition);
            if (stored != null && !stored.agreesWith(entries.get(i))) {
                others.add(partition);
            }
        }
    }

    /** The partitions whose log is another one. */
    Set<TopicPartition> others() {
        return others;
    }
}
