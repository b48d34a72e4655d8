package io.multichat.jobs.doctor;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares this machine's clock with the times that brokers gave to records. Notices only a broker whose clock is ahead, and only if
 * it has stored records.
 *
 * @param kafka the cluster
 */
public record BrokerClockCheck(KafkaAccess kafka) implements Check {
    private static final long SKEW_MS = 5_000;

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public List<Finding> findings() {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetSpec> question = new HashMap<>();
            kafka.answer(admin.describeTopics(List.of(Topics.TRANSCRIPT)).allTopicNames())
                    .get(Topics.TRANSCRIPT)
                    .partitions()
                    .forEach(partition -> question.put(
                            new TopicPartition(Topics.TRANSCRIPT, partition.partition()), OffsetSpec.maxTimestamp()));
            long newest = kafka.answer(admin.listOffsets(question).all()).values().stream()
                    .mapToLong(info -> info.timestamp())
                    .max()
                    .orElse(0);
            long ahead = newest - System.currentTimeMillis();
            return ahead <= SKEW_MS
                    ? List.of()
                    : List.of(Finding.warning(
                            "a broker stored a record at a time that is " + ahead / 1_000 + " s in the future of this"
                                    + " machine",
                            "Synchronize the clocks of this machine and the brokers with NTP."));
        }
    }
}
