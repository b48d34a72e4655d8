package io.multichat.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a topic of its own, with one partition. */
class LastRecordsTest {
    @TempDir
    private static Path folder;

    private static TestBroker broker;

    private TopicPartition log;
    private LogEnds ends;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        log = new TopicPartition(test.getTestMethod().orElseThrow().getName(), 0);
        broker.create(new NewTopic(log.topic(), 1, (short) 1));
        ends = LogEnds.of(broker.kafka());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", log.topic()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    @AfterEach
    void close() {
        producer.close();
        ends.close();
    }

    @Test
    void theMarkerOfATransactionDoesNotCount() {
        write(3, true);

        assertThat(last()).isEqualTo(3);
    }

    @Test
    void recordsThatWereAbortedDoNotCount() {
        write(2, true);
        for (int i = 0; i < 10; i++) {
            write(5, false);
        }

        assertThat(last()).isEqualTo(2);
    }

    @Test
    void aLogWithoutCommittedRecordsIsHeldByAnyStore() {
        write(20, false);

        assertThat(last()).isZero();
    }

    @Test
    void anEmptyLogIsHeldByAnyStore() {
        assertThat(last()).isZero();
        assertThat(ends.partitions("missing")).isZero();
    }

    private void write(int records, boolean commit) {
        producer.beginTransaction();
        for (int i = 0; i < records; i++) {
            producer.send(new ProducerRecord<>(log.topic(), new byte[] {1}));
        }
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.flush();
            producer.abortTransaction();
        }
    }

    private long last() {
        return ends.afterLastRecords(List.of(log)).get(log);
    }
}
