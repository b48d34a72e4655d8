package io.multichat.jobs.imports;

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
 * Waits until the topology has committed its work on everything that was published, and has announced every session that
 * changed by it. Lets the follower read meanwhile.
 */
final class TopologyWait {
    /**
     * How far the topology is.
     *
     * @param committed by its consumer group
     * @param accounting what it says itself
     */
    private record Status(Map<TopicPartition, Long> committed, Accounting accounting) {
        /** All but the clock, which goes on whatever happens. */
        Object progress() {
            return List.of(committed, accounting.nextOffsets(), accounting.oldestUnannounced());
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
     * @param published the last offset of each input partition
     * @return what the topology said at last
     */
    Accounting await(Map<TopicPartition, Long> published) {
        until(status -> unprocessed(published, status.committed()));
        // What was not on the partition of its conversation is on its way there now.
        Map<TopicPartition, Long> away = lastAway();
        long processedAt = until(status -> unprocessed(away, status.committed()))
                .accounting()
                .now();
        Status announced = until(status -> status.accounting().announcedUntil(processedAt)
                ? Optional.empty()
                : Optional.of("the topology (" + deployment.applicationId() + ") to announce the sessions"));
        return announced.accounting();
    }

    /** @param waitingFor what is missing yet, in words; empty when nothing is */
    private Status until(Function<Status, Optional<String>> waitingFor) {
        while (true) {
            follower.follow();
            try {
                Status status = new Status(groups.of(deployment.applicationId()), Accounting.ask(server));
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

    /** The last offsets of what takes events home; the last one of each partition is the mark of a transaction. */
    private Map<TopicPartition, Long> lastAway() {
        Map<TopicPartition, Long> last = new HashMap<>();
        groups.endsOf(deployment.internalTopics().repartition()).forEach((partition, end) -> {
            if (end > 1) {
                last.put(partition, end - 2);
            }
        });
        return last;
    }
}
