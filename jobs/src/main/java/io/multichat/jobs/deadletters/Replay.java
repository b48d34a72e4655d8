package io.multichat.jobs.deadletters;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.letters.DeadLetterId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes the original records of dead letters again: the same key, value and headers, to the input topic that they came from. An event
 * that was accepted in the meantime is dropped as a duplicate. A record that is refused again is not published a third time. For one
 * thread.
 */
public final class Replay implements AutoCloseable {
    private static final String OWN_HEADERS = "mc-";
    /** Names the letter that was published again. */
    private static final String REPLAYED = "multichat-replay-of";

    private static final EventDecoder DECODER = new EventDecoder();

    private final KafkaAccess kafka;
    private final DeadLetterLog log;
    private final Producer<byte[], byte[]> producer;

    /**
     * The outcome for one letter.
     *
     * @param id the letter
     * @param topic where it was published; empty if it was not
     * @param problem why it was not published; empty if it was
     */
    public record Outcome(DeadLetterId id, Optional<String> topic, Optional<String> problem) {}

    /** Connects to Kafka at the first letter. */
    public Replay(KafkaAccess kafka) {
        this.kafka = kafka;
        this.log = new DeadLetterLog(() -> Optional.of(kafka));
        Map<String, Object> config = new HashMap<>(kafka.config());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.MAX_VALUE);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes one record again and waits until the broker has it.
     *
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not take the record
     */
    public Outcome replay(DeadLetterId id) {
        Optional<ConsumerRecord<byte[], byte[]>> record = log.record(id);
        if (record.isEmpty()) {
            return refused(id, "there is no dead letter " + id + ", or it has expired");
        }
        if (record.get().headers().lastHeader(REPLAYED) != null) {
            return refused(id, "it was published again before, and refused again");
        }
        DeadLetter letter;
        try {
            letter = DeadLetter.readFrom(record.get().headers());
        } catch (InvalidEventException e) {
            return refused(id, "Multichat did not write this record: " + e.getMessage());
        }
        if (letter.reason().isErased()) {
            return refused(id, "its content was erased");
        }
        if (letter.sha256().isPresent()) {
            return refused(id, "the letter holds only the beginning of its value");
        }
        if (record.get().value() == null) {
            return refused(id, "the record has no value and would be refused again");
        }
        if (isCommand(record.get().value())) {
            return refused(id, "it is a command that erases or holds; use multichat erase, hold or retention");
        }
        String topic = letter.source().topic();
        if (!kafka.deployment().inputTopics().contains(topic)) {
            return refused(id, "it came from the topic " + topic + ", which is not an input topic");
        }
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                topic, null, record.get().key(), record.get().value(), original(record.get()));
        again.headers().add(REPLAYED, id.toString().getBytes(StandardCharsets.US_ASCII));
        publish(again);
        return new Outcome(id, Optional.of(topic), Optional.empty());
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Erasing needs more rights than replaying a letter, and a command that was refused must not take effect later by accident. */
    private static boolean isCommand(byte[] value) {
        try {
            return DECODER.decode(value).type().isCommand();
        } catch (InvalidEventException notAnEvent) {
            return false;
        }
    }

    private void publish(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw kafka.refused(e);
        } catch (ExecutionException e) {
            throw kafka.refused(e.getCause());
        }
    }

    private static List<Header> original(ConsumerRecord<byte[], byte[]> record) {
        return Stream.of(record.headers().toArray())
                .filter(header -> !header.key().startsWith(OWN_HEADERS))
                .toList();
    }

    private static Outcome refused(DeadLetterId id, String problem) {
        return new Outcome(id, Optional.empty(), Optional.of(problem));
    }
}
