package io.multichat.topology.state.ledger;

import io.multichat.topology.state.layers.StateBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;

/**
 * Accounts as bytes: the components in their order. Their keys: {@code place (1 byte) | partition (4) | topic}.
 */
final class RecordLedgerCodec {
    /** The key of the number of open sessions; no account has one so short. */
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

    static byte[] encode(RecordCounts account) {
        return StateBytes.write(out -> {
            ByteUtils.writeVarlong(account.nextOffset(), out);
            ByteUtils.writeVarlong(account.accepted(), out);
            ByteUtils.writeVarlong(account.duplicates(), out);
            ByteUtils.writeVarlong(account.deadLetters(), out);
            ByteUtils.writeVarlong(account.waiting(), out);
            ByteUtils.writeVarlong(account.sentHome(), out);
        });
    }

    static RecordCounts decode(byte[] bytes) {
        return StateBytes.read(
                bytes,
                in -> new RecordCounts(
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in)));
    }
}
