package io.multichat.app.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.embedded.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transactions of one producer, each begun while the broker still completes the one before. The number of partitions makes the
 * completion long. Repeated, because the fault that it looks for is a race.
 */
class SuccessiveTransactionsTest {
    private static final String TOPIC = "records";
    private static final int PARTITIONS = 150;
    private static final int TRANSACTIONS = 8;

    @TempDir
    private Path data;

    @RepeatedTest(3)
    void areWrittenWithoutARetry() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, FreePort.find())) {
            createTopic(broker.bootstrapServers());
            // Each record is a request of its own, and up to five of them are on their way.
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer", "batch.size", 0);
            try (Producer<Integer, Integer> producer =
                    new KafkaProducer<>(settings, new IntegerSerializer(), new IntegerSerializer())) {
                producer.initTransactions();
                for (int transaction = 1; transaction <= TRANSACTIONS; transaction++) {
                    commit(producer, PARTITIONS * transaction / TRANSACTIONS);
                }

                assertThat(retries(producer)).isZero();
            }
        }
    }

    private static void createTopic(String servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void commit(Producer<Integer, Integer> producer, int partitions) {
        producer.beginTransaction();
        IntStream.range(0, partitions)
                .map(index -> partitions - 1 - index)
                .forEach(partition -> IntStream.range(0, 3)
                        .forEach(value -> producer.send(new ProducerRecord<>(TOPIC, partition, value, value))));
        producer.commitTransaction();
    }

    private static double retries(Producer<?, ?> producer) {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("producer-metrics")
                        && metric.metricName().name().equals("record-retry-total"))
                .mapToDouble(metric -> (Double) metric.metricValue())
                .sum();
    }
}
