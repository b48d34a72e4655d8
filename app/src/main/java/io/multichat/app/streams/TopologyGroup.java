package io.multichat.app.streams;

import io.multichat.jobs.client.KafkaAccess;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * The consumer group of the topology, whose members are the threads of all its instances.
 *
 * @param kafka access to the deployment
 * @param admin a client of the same cluster
 */
public record TopologyGroup(KafkaAccess kafka, Admin admin) {
    /**
     * The members, including those that have just died; empty before the first start.
     *
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     */
    public Collection<MemberDescription> members() {
        String group = kafka.deployment().applicationId();
        try {
            return admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw kafka.refused(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw kafka.refused(e.getCause());
        }
    }

    /**
     * Removes the static members that an earlier run of an instance left behind.
     *
     * <p>A static member that joins again gets its last assignment back without a rebalance. If that assignment failed because an
     * input topic was missing, or if it is older than the partitions of an input topic, every start would get it again. Without
     * the old members, the group computes a new assignment at once.
     *
     * @param instance the name of the instance, which nobody uses now
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     */
    static void removeMembersOf(KafkaAccess kafka, String instance) {
        try (Admin admin = kafka.admin()) {
            new TopologyGroup(kafka, admin).removeMembersOf(instance);
        }
    }

    private void removeMembersOf(String instance) {
        List<MemberToRemove> stale = members().stream()
                .flatMap(member -> member.groupInstanceId().stream())
                .filter(name -> name.startsWith(instance + "-"))
                .map(MemberToRemove::new)
                .toList();
        if (!stale.isEmpty()) {
            kafka.answer(admin.removeMembersFromConsumerGroup(
                            kafka.deployment().applicationId(), new RemoveMembersFromConsumerGroupOptions(stale))
                    .all());
        }
    }
}
