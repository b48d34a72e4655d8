package io.multichat.topology.state;

import io.multichat.events.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Store of what became of the records of each source partition, so that nothing is lost without a trace: accepted,
 * duplicates, dead letters, waiting edits and those sent home add up to what was read.
 *
 * <p>Part of the state, so exactly as durable as the sessions. Cached: it changes with each record and is written once a
 * commit. As many entries as source partitions.
 */
public final class AccountStore {
    /** No partition has this number. */
    private static final Bytes OPEN_SESSIONS =
            Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());

    private final ReadOnlyKeyValueStore<Bytes, byte[]> readable;

    /** A view to read, from any thread. */
    public AccountStore(ReadOnlyKeyValueStore<Bytes, byte[]> readable) {
        this.readable = readable;
    }

    /** Counts one record; by the stream thread alone. */
    public void count(DeadLetter.Source source, Account.Fate fate) {
        change(source, account -> account.with(fate, source.offset()));
    }

    /** Counts anew a record that was counted as waiting; by the stream thread alone. */
    public void settle(DeadLetter.Source source, Account.Fate fate) {
        change(source, account -> account.settled(fate));
    }

    /** How many sessions are open, of which this store keeps count because it is as durable as they are. */
    public long openSessions() {
        byte[] bytes = readable.get(OPEN_SESSIONS);
        return bytes == null ? 0 : StateBytes.read(bytes, ByteUtils::readVarlong);
    }

    /** Counts sessions that were opened or, below zero, closed; by the stream thread alone. */
    public void addOpenSessions(int more) {
        long open = openSessions() + more;
        put(OPEN_SESSIONS, StateBytes.write(out -> ByteUtils.writeVarlong(open, out)));
    }

    private void change(DeadLetter.Source source, UnaryOperator<Account> change) {
        Bytes key = key(source);
        byte[] bytes = readable.get(key);
        Account account = bytes == null ? Account.EMPTY : AccountCodec.decode(bytes);
        put(key, AccountCodec.encode(change.apply(account)));
    }

    /** The account of each source partition of which a record came here; over several partitions of the state, the sum. */
    public Map<TopicPartition, Account> all() {
        Map<TopicPartition, Account> accounts = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = readable.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                if (!entry.key.equals(OPEN_SESSIONS)) {
                    accounts.merge(source(entry.key), AccountCodec.decode(entry.value), Account::plus);
                }
            }
        }
        return accounts;
    }

    private void put(Bytes key, byte[] value) {
        ((KeyValueStore<Bytes, byte[]>) readable).put(key, value);
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
}
