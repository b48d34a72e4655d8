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

/** Publishes traffic in transactions of some hundred records, some of which are aborted. Used by one thread. */
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

    /** @param partitions of both topics */
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
        // Else the first requests to a partition overtake each other, and the broker complains.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes one transaction.
     *
     * @param most how many records it has at most
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
     * Ends every partition with a record outside of all transactions, so that a consumer who has read everything is at the
     * partition's end and not before a transaction's last mark.
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

    /** How many records are there to be read. */
    public long committed() {
        return committed;
    }

    /** How many records were aborted. */
    public long aborted() {
        return aborted;
    }

    @Override
    public void close() {
        transactional.close();
        plain.close();
    }
}
