package io.multichat.jobs.wait;

import io.multichat.jobs.client.Deployment;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.client.ServerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the topology has committed every published record and announced every session that changed. Lets the follower
 * read meanwhile.
 */
final class TopologyWait {
    /**
     * The state of the topology at one moment.
     *
     * @param committed offsets that its consumer group has committed
     * @param reported what its server reports
     */
    private record Status(Map<TopicPartition, Long> committed, TopologyProgress reported) {
        /** Everything except the clock, which always advances. */
        Object progress() {
            return List.of(committed, reported.nextOffsets(), reported.oldestUnannounced());
        }
    }

    private final ServerClient server;
    private final GroupOffsets groups;
    private final Deployment deployment;
    private final OutputFollower follower;
    private final StallGuard guard;

    TopologyWait(
            ServerClient server,
            GroupOffsets groups,
            Deployment deployment,
            OutputFollower follower,
            StallGuard guard) {
        this.server = server;
        this.groups = groups;
        this.deployment = deployment;
        this.follower = follower;
        this.guard = guard;
    }

    /**
     * Waits.
     *
     * @param published offset of the last published record of each input partition
     * @return the last report of the topology
     * @throws WaitFailedException when the topology makes no progress
     */
    TopologyProgress await(Map<TopicPartition, Long> published) {
        until(status -> unprocessed(published, status.committed()));
        // Records outside the partition of their conversation are in the repartition topic now.
        Map<TopicPartition, Long> repartitioned = lastRepartitioned();
        long processedAt = until(status -> unprocessed(repartitioned, status.committed()))
                .reported()
                .now();
        Status announced = until(status -> status.reported().announcedUntil(processedAt)
                ? Optional.empty()
                : Optional.of("the topology (" + deployment.applicationId() + ") to announce the sessions"));
        return announced.reported();
    }

    /** @param waitingFor describes what is still missing; empty when nothing is */
    private Status until(Function<Status, Optional<String>> waitingFor) {
        while (true) {
            follower.follow();
            try {
                Status status = new Status(groups.of(deployment.applicationId()), TopologyProgress.ask(server));
                Optional<String> missing = waitingFor.apply(status);
                if (missing.isEmpty()) {
                    return status;
                }
                guard.observe(status.progress(), missing::get);
            } catch (ServerException e) {
                if (!e.temporary()) {
                    throw e;
                }
                guard.observe(e.getMessage(), e::getMessage);
            }
        }
    }

    private Optional<String> unprocessed(Map<TopicPartition, Long> last, Map<TopicPartition, Long> committed) {
        String behind = last.entrySet().stream()
                .filter(partition -> committed.getOrDefault(partition.getKey(), -1L) <= partition.getValue())
                .map(partition -> partition.getKey().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        return behind.isEmpty()
                ? Optional.empty()
                : Optional.of("the topology (" + deployment.applicationId() + ") to process " + behind);
    }

    /** The last record of each partition of the repartition topic; the very last offset is a transaction marker. */
    private Map<TopicPartition, Long> lastRepartitioned() {
        Map<TopicPartition, Long> last = new HashMap<>();
        groups.endsOf(deployment.internalTopics().repartition()).forEach((partition, end) -> {
            if (end > 1) {
                last.put(partition, end - 2);
            }
        });
        return last;
    }
}
