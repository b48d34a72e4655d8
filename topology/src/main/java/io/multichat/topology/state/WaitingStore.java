package io.multichat.topology.state;

import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Store of edits and deletes that wait for their message.
 *
 * <p>In memory, with a changelog, because a crash must not lose them. Never on disk: these are the only records of the state with what
 * people wrote, and the files of RocksDB keep a removed record until they are compacted. Bounded by {@code edit.wait},
 * {@code edit.wait.max.count} and {@code edit.wait.max.bytes}, and nearly always empty. Not cached: an event is written once and removed
 * once.
 */
public final class WaitingStore {
    /**
     * An event waits for minutes, so the changelog is compacted soon: it stays small, which makes a start short, and what was erased
     * leaves it. A segment in use is closed by the next record after this time.
     */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofHours(1).toMillis()),
            TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 << 20));

    /**
     * A waiting event.
     *
     * @param key sorts by message, then by event
     * @param until when the wait is over, UTC milliseconds of the wall clock
     * @param headers headers of its record
     * @param value value of its record
     */
    public record Waiting(WaitingKey key, long until, Headers headers, byte[] value) {}

    private final KeyValueStore<Bytes, byte[]> records;

    public WaitingStore(KeyValueStore<Bytes, byte[]> records) {
        this.records = records;
    }

    /** The builder for Kafka Streams. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }

    /** The waiting event with this key; null if none exists. */
    public Waiting get(WaitingKey key) {
        byte[] bytes = records.get(key.bytes());
        return bytes == null ? null : decode(key, bytes);
    }

    /** Adds a waiting event. */
    public void put(Waiting waiting) {
        records.put(waiting.key().bytes(), encode(waiting));
    }

    /** Removes a waiting event. */
    public void remove(Waiting waiting) {
        records.delete(waiting.key().bytes());
    }

    /** Visits all waiting events, in the order of their keys. */
    public void forEach(Consumer<Waiting> visitor) {
        try (KeyValueIterator<Bytes, byte[]> all = records.all()) {
            all.forEachRemaining(entry -> visitor.accept(decode(new WaitingKey(entry.key), entry.value)));
        }
    }

    private static byte[] encode(Waiting waiting) {
        return StateBytes.write(out -> {
            Varint.write(out, waiting.until());
            Header[] headers = waiting.headers().toArray();
            Varint.write(out, headers.length);
            for (Header header : headers) {
                out.writeUTF(header.key());
                write(out, header.value());
            }
            write(out, waiting.value());
        });
    }

    private static Waiting decode(WaitingKey key, byte[] bytes) {
        return StateBytes.read(bytes, in -> {
            long until = Varint.read(in);
            // Kafka has no public class of headers that can be created on its own; a record has some.
            Headers headers = new Record<>(key, bytes, until).headers();
            for (int left = Varint.readInt(in); left > 0; left--) {
                headers.add(in.readUTF(), read(in));
            }
            return new Waiting(key, until, headers, read(in));
        });
    }

    /** Writes the length, then the bytes; the length of null is -1. */
    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        Varint.write(out, bytes == null ? -1 : bytes.length);
        out.write(bytes == null ? new byte[0] : bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = Varint.readInt(in);
        return length < 0 ? null : in.readNBytes(length);
    }
}
