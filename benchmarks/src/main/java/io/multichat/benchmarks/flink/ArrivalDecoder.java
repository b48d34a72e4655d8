package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.codec.EventDecoder;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes events with Multichat's own decoder into a conversation key and a packed {@link Arrival}. The generated load consists
 * of messages only; anything else fails the job.
 */
final class ArrivalDecoder implements KafkaRecordDeserializationSchema<Tuple2<String, byte[]>> {
    private static final long serialVersionUID = 1;

    private transient EventDecoder decoder;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new EventDecoder();
    }

    /** @throws io.multichat.events.InvalidEventException if the value is not an event */
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<String, byte[]>> out) {
        ChatEvent event = decoder.decode(record.value());
        if (event.type() != EventType.MESSAGE_CREATED) {
            throw new BenchmarkException("the Flink job processes messages only, not " + event.type());
        }
        byte[] packed = Arrival.of(event, record.value()).pack();
        out.collect(Tuple2.of(event.conversation().key(), packed));
    }

    @Override
    public TypeInformation<Tuple2<String, byte[]>> getProducedType() {
        return Types.TUPLE(Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }
}
