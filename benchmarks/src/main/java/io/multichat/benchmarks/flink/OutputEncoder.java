package io.multichat.benchmarks.flink;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.hash.Murmur2;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns outputs into the records that Multichat writes: the same topics, partitions, keys, headers and values. */
final class OutputEncoder implements KafkaRecordSerializationSchema<Output> {
    private static final long serialVersionUID = 1;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Output output, KafkaSinkContext context, Long timestamp) {
        byte[] conversation = output.conversation().getBytes(StandardCharsets.ISO_8859_1);
        if (output.snapshot()) {
            int partitions = context.getPartitionsForTopic(Topics.SESSIONS).length;
            int partition = Murmur2.partition(Murmur2.hash(conversation), partitions);
            byte[] key = output.session().toString().getBytes(StandardCharsets.ISO_8859_1);
            return new ProducerRecord<>(Topics.SESSIONS, partition, key, output.value());
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.TRANSCRIPT, conversation, output.value());
        new Placement(Optional.of(output.session()), output.sentAt(), output.order(), EventType.MESSAGE_CREATED)
                .writeTo(record.headers(), conversation, output.value());
        return record;
    }
}
