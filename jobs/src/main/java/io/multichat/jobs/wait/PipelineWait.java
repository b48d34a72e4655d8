package io.multichat.jobs.wait;

import io.multichat.events.DeadLetter;
import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the topology and the sinks have applied what one run of a job published. Open it before the run publishes anything, so
 * that it sees every record that the topology writes for the run. Used by one thread.
 */
public final class PipelineWait implements AutoCloseable {
    private static final List<String> OUTPUTS = List.of(Topics.TRANSCRIPT, Topics.DEAD_LETTERS, Topics.SESSIONS);

    private final KafkaAccess kafka;
    private final WaitFor wait;
    private final LongSupplier stallClock;
    private final Admin admin;
    private final GroupOffsets groups;
    private final OutputFollower follower;

    /**
     * Starts to follow the output topics.
     *
     * @param mark the header of the run's records
     * @param refused receives each refused record of the run: its headers and its value, null if it has none
     * @param stallClock measures the time without progress, as {@link System#nanoTime} does
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer
     */
    public PipelineWait(
            KafkaAccess kafka,
            WaitFor wait,
            RunMark mark,
            BiConsumer<DeadLetter, byte[]> refused,
            LongSupplier stallClock) {
        this.kafka = kafka;
        this.wait = wait;
        this.stallClock = stallClock;
        this.admin = kafka.admin();
        this.groups = new GroupOffsets(kafka, admin);
        try {
            List<TopicPartition> outputs = outputs();
            this.follower = new OutputFollower(kafka.follower(), outputs, mark, refused);
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    /**
     * Waits until the topology has processed everything and announced every session that changed.
     *
     * @param published offset of the last published record of each input partition
     * @return the last report of the topology
     * @throws WaitFailedException when the topology makes no progress
     * @throws io.multichat.jobs.client.ServerException when the server does not answer
     */
    public TopologyProgress awaitTopology(Map<TopicPartition, Long> published) {
        TopologyProgress progress =
                new TopologyWait(wait.server(), groups, kafka.deployment(), follower, guard()).await(published);
        follower.catchUp();
        return progress;
    }

    /** What the topology has written for the run; complete after {@link #awaitTopology}. */
    public ObservedOutput observed() {
        return follower.observed();
    }

    /**
     * Waits until every sink has committed what the output topics hold now.
     *
     * @return the consumer groups that it waited for
     * @throws WaitFailedException when the sinks make no progress
     */
    public List<String> awaitSinks() {
        List<String> sinks = wait.sinks().toWaitFor(groups);
        new SinkWait(groups, new ArchiveNudge(wait.archive()), sinks).await(follower, guard());
        return sinks;
    }

    @Override
    public void close() {
        follower.close();
        admin.close();
    }

    private StallGuard guard() {
        return new StallGuard(wait.stallTimeout(), stallClock);
    }

    private List<TopicPartition> outputs() {
        return kafka.answer(admin.describeTopics(OUTPUTS).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }
}
