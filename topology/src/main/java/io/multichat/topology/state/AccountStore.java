package io.multichat.topology.state;

import io.multichat.events.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of what became of the records of each source partition, so that nothing is lost without a trace: accepted,
 * duplicates, dead letters and those sent home add up to what was read.
 *
 * <p>Part of the state, so exactly as durable as the sessions. Cached: it changes with each record and is written once a
 * commit. As many entries as source partitions.
 */
public final class AccountStore {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    /** A view to read, from any thread. */
    public AccountStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** Counts one record; by the stream thread alone. */
    public void count(DeadLetter.Source source, Account.Fate fate) {
        Bytes key = key(source);
        byte[] bytes = readable.get(key);
        Account account = bytes == null ? Account.EMPTY : decode(bytes);
        ((KeyValueStore<Bytes, byte[]>) readable).put(key, encode(account.with(fate, source.offset())));
    }

    /** The account of each source partition of which a record came here; over several partitions of the state, the sum. */
    public Map<TopicPartition, Account> all() {
        Map<TopicPartition, Account> accounts = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = readable.all()) {
            all.forEachRemaining(entry -> accounts.merge(source(entry.key), decode(entry.value), Account::plus));
        }
        return accounts;
    }

    private static Bytes key(DeadLetter.Source source) {
        byte[] topic = source.topic().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + topic.length)
                .putInt(source.partition())
                .put(topic)
                .array());
    }

    private static TopicPartition source(Bytes key) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get());
        int partition = buffer.getInt();
        return new TopicPartition(StandardCharsets.UTF_8.decode(buffer).toString(), partition);
    }

    private static byte[] encode(Account account) {
        return StateBytes.write(out -> {
            ByteUtils.writeVarlong(account.nextOffset(), out);
            ByteUtils.writeVarlong(account.accepted(), out);
            ByteUtils.writeVarlong(account.duplicates(), out);
            ByteUtils.writeVarlong(account.deadLetters(), out);
            ByteUtils.writeVarlong(account.sentHome(), out);
        });
    }

    private static Account decode(byte[] bytes) {
        return StateBytes.read(
                bytes,
                in -> new Account(
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in)));
    }
}
