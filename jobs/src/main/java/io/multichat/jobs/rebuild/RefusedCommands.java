package io.multichat.jobs.rebuild;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Topics;
import io.multichat.events.codec.EventDecoder;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.TopicRecords;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The commands that the topology has refused, as its dead letters name them. In memory: a command that was refused is rare. Used by one
 * thread.
 */
final class RefusedCommands {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Set<Command> commands = new HashSet<>();

    /** The place alone is not enough: a topic that was created again has another record there. */
    private record Command(DeadLetter.Source source, ByteBuffer value) {}

    private RefusedCommands() {}

    /** Reads all dead letters. */
    static RefusedCommands in(KafkaAccess kafka) {
        RefusedCommands refused = new RefusedCommands();
        TopicRecords.forEach(kafka, List.of(Topics.DEAD_LETTERS), refused::learn);
        return refused;
    }

    /** True if this record of an input topic is a command that was refused. */
    boolean contains(ConsumerRecord<byte[], byte[]> input) {
        DeadLetter.Source source = new DeadLetter.Source(input.topic(), input.partition(), input.offset());
        return commands.contains(new Command(source, ByteBuffer.wrap(input.value())));
    }

    private void learn(ConsumerRecord<byte[], byte[]> letter) {
        try {
            if (letter.value() != null && DECODER.decode(letter.value()).type().isCommand()) {
                DeadLetter.Source source = DeadLetter.readFrom(letter.headers()).source();
                commands.add(new Command(source, ByteBuffer.wrap(letter.value())));
            }
        } catch (InvalidEventException e) {
            // Not a command, or not a dead letter of the topology.
        }
    }
}
