package io.multichat.jobs.wait;

import io.multichat.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits until the sinks have committed all records that the output topics hold when the wait begins. */
final class SinkWait {
    private final GroupOffsets groups;
    private final ArchiveNudge archive;
    private final List<String> sinkGroups;

    /**
     * A wait for the sinks of these consumer groups.
     *
     * @param archive asked to commit in each round, since its own interval is long
     */
    SinkWait(GroupOffsets groups, ArchiveNudge archive, List<String> sinkGroups) {
        this.groups = groups;
        this.archive = archive;
        this.sinkGroups = List.copyOf(sinkGroups);
    }

    /**
     * Waits, and lets the follower read meanwhile. Records that others publish in the meantime are not waited for.
     *
     * @throws WaitFailedException when the sinks make no progress
     */
    void await(OutputFollower follower, StallGuard guard) {
        Map<TopicPartition, Long> written = follower.observed().lastOffsets();
        while (true) {
            archive.nudge();
            List<String> behind = new ArrayList<>();
            List<Object> progress = new ArrayList<>();
            for (String group : sinkGroups) {
                Map<TopicPartition, Long> committed = groups.of(group);
                progress.add(committed);
                if (isBehind(committed, written)) {
                    behind.add(group);
                }
            }
            if (behind.isEmpty()) {
                return;
            }
            guard.observe(progress, () -> "the sinks " + String.join(", ", behind) + " to commit");
            follower.follow();
        }
    }

    private static boolean isBehind(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> written) {
        return written.entrySet().stream()
                .filter(last -> !last.getKey().topic().equals(Topics.DEAD_LETTERS))
                .anyMatch(last -> committed.getOrDefault(last.getKey(), -1L) <= last.getValue());
    }
}
