package io.multichat.app.connect.traffic;

import io.multichat.events.Topics;
import io.multichat.jobs.client.KafkaAccess;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes traffic in transactions of several hundred records, some of which are aborted. For one thread. */
public final class TrafficPublisher implements AutoCloseable {
    private static final int LARGEST = 800;
    private static final int ABORTED_ONE_IN = 12;

    private final Traffic traffic;
    private final int partitions;
    private final Random random;
    private final Producer<byte[], byte[]> transactional;
    private final Producer<byte[], byte[]> plain;
    private long committed;
    private long aborted;

    /** @param partitions number of partitions of each topic */
    public TrafficPublisher(KafkaAccess kafka, long seed, int partitions) {
        this.traffic = new Traffic(seed, partitions);
        this.partitions = partitions;
        this.random = new Random(~seed);
        transactional = producer(kafka, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "traffic"));
        transactional.initTransactions();
        plain = producer(kafka, Map.of());
    }

    private static Producer<byte[], byte[]> producer(KafkaAccess kafka, Map<String, Object> more) {
        Map<String, Object> config = kafka.config();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // Otherwise the first requests to a partition overtake each other, and the broker logs errors.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes one transaction.
     *
     * @param most maximum number of records
     */
    public void transaction(long most) {
        int records = (int) Math.min(most, 1 + random.nextInt(LARGEST));
        boolean commit = random.nextInt(ABORTED_ONE_IN) != 0;
        transactional.beginTransaction();
        for (int i = 0; i < records; i++) {
            transactional.send(traffic.next());
        }
        if (commit) {
            transactional.commitTransaction();
            committed += records;
        } else {
            transactional.flush();
            transactional.abortTransaction();
            aborted += records;
        }
    }

    /**
     * Writes a last record outside of any transaction to each partition, so that a consumer that has read everything is at
     * the partition's end rather than before the marker of the last transaction.
     */
    public void end() {
        for (int partition = 0; partition < partitions; partition++) {
            for (String topic : new String[] {Topics.TRANSCRIPT, Topics.SESSIONS}) {
                ProducerRecord<byte[], byte[]> last;
                do {
                    last = traffic.next();
                } while (!last.topic().equals(topic) || last.partition() != partition);
                plain.send(last);
                committed++;
            }
        }
        plain.flush();
    }

    /** Number of committed records. */
    public long committed() {
        return committed;
    }

    /** Number of aborted records. */
    public long aborted() {
        return aborted;
    }

    @Override
    public void close() {
        transactional.close();
        plain.close();
    }
}
