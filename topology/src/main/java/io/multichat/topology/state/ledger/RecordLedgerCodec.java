package io.multichat.topology.state.ledger;

import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * The binary format of the ledger. Value: the components of the record counts in their order. Key:
 * {@code place (1 byte) | partition (4) | topic}.
 */
final class RecordLedgerCodec {
    /** The key of the number of open sessions; shorter than any key of record counts. */
    static final Bytes OPEN_SESSIONS = Bytes.wrap(new byte[] {-1});

    private RecordLedgerCodec() {}

    static Bytes key(RecordLedger.Place place, RecordLedger.Source source) {
        byte[] topic = source.topic().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(1 + Integer.BYTES + topic.length)
                .put((byte) place.ordinal())
                .putInt(source.partition())
                .put(topic)
                .array());
    }

    static TopicPartition source(Bytes key) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get(), 1, key.get().length - 1);
        int partition = buffer.getInt();
        return new TopicPartition(StandardCharsets.UTF_8.decode(buffer).toString(), partition);
    }

    static byte[] encode(RecordCounts counts) {
        return StateBytes.write(out -> {
            Varint.write(out, counts.nextOffset());
            Varint.write(out, counts.accepted());
            Varint.write(out, counts.duplicates());
            Varint.write(out, counts.deadLetters());
            Varint.write(out, counts.waiting());
            Varint.write(out, counts.sentHome());
        });
    }

    static RecordCounts decode(byte[] bytes) {
        return StateBytes.read(
                bytes,
                in -> new RecordCounts(
                        Varint.read(in),
                        Varint.read(in),
                        Varint.read(in),
                        Varint.read(in),
                        Varint.read(in),
                        Varint.read(in)));
    }
}
