package io.multichat.app.progress;

import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.TopicSettings;
import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.StoreException;
import io.multichat.server.progress.TopicOffsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets for the HTTP server, which starts before the broker can be reached. The clients start with the first question. Thread-safe.
 */
public final class OffsetAccess implements TopicOffsets, AutoCloseable {
    private final List<String> inputTopics;
    private final int partitions;
    private Optional<KafkaAccess> kafka = Optional.empty();
    private Optional<LogEnds> started = Optional.empty();

    public OffsetAccess(Settings settings) {
        inputTopics = settings.get(TopicSettings.INPUT_TOPICS);
        partitions = settings.get(SessionSettings.PARTITIONS);
    }

    /** Asks this cluster from now on. */
    public synchronized void connect(KafkaAccess running) {
        kafka = Optional.of(running);
    }

    @Override
    public List<String> inputTopics() {
        return inputTopics;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public OptionalLong end(TopicPartition partition) {
        LogEnds logs = logs();
        return partition.partition() < logs.partitions(partition.topic())
                ? OptionalLong.of(logs.ends(List.of(partition)).get(partition))
                : OptionalLong.empty();
    }

    @Override
    public Map<TopicPartition, Long> afterOutput(Set<Integer> some) {
        return logs().afterLastRecords(Stream.of(Topics.TRANSCRIPT, Topics.SESSIONS)
                .flatMap(topic -> some.stream().map(partition -> new TopicPartition(topic, partition)))
                .toList());
    }

    @Override
    public Map<TopicPartition, Long> afterSentHome() {
        LogEnds logs = logs();
        String topic = logs.kafka().deployment().internalTopics().repartition();
        return logs.afterLastRecords(IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
    }

    @Override
    public Map<TopicPartition, Long> committed() {
        return logs().committed();
    }

    @Override
    public synchronized void close() {
        kafka = Optional.empty();
        started.ifPresent(LogEnds::close);
        started = Optional.empty();
    }

    private synchronized LogEnds logs() {
        if (started.isEmpty()) {
            started = Optional.of(LogEnds.of(kafka.orElseThrow(() ->
                    new StoreException(StoreException.Verdict.RETRY, "the server is starting or stopping", null))));
        }
        return started.get();
    }
}
