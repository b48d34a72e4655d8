package io.multichat.app.connect;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the connectors are behind the topics, according to their consumer groups. */
public final class SinkLag {
    private SinkLag() {}

    /** For each connector, the number of offsets between its committed positions and the ends of both topics. */
    public static Map<String, Long> of(KafkaAccess kafka) throws ExecutionException, InterruptedException {
        Map<String, Long> lags = new TreeMap<>();
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            for (int partition = 0; partition < ConnectCluster.PARTITIONS; partition++) {
                for (String topic : List.of(Topics.TRANSCRIPT, Topics.SESSIONS)) {
                    partitions.put(new TopicPartition(topic, partition), OffsetSpec.latest());
                }
            }
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                    admin.listOffsets(partitions).all().get();
            for (String connector : SinkStores.CONNECTORS) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                                "connect-" + connector)
                        .partitionsToOffsetAndMetadata()
                        .get();
                lags.put(connector, lag(ends, committed));
            }
        }
        return lags;
    }

    private static long lag(
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        long lag = 0;
        for (TopicPartition partition : ends.keySet()) {
            OffsetAndMetadata offset = committed.get(partition);
            lag += ends.get(partition).offset() - (offset == null ? 0 : offset.offset());
        }
        return lag;
    }
}
