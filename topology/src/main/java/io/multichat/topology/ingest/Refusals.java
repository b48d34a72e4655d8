package io.multichat.topology.ingest;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.hash.Sha256;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Creates dead letters: the original key, value and headers, plus the reason. Keys are truncated to {@link #KEPT_BYTES}, and
 * headers beyond their limit are dropped, so that a dead letter is never too large to be written.
 *
 * @param now the wall clock of Kafka Streams, UTC milliseconds
 * @param eventMaxBytes larger values are truncated to {@link #KEPT_BYTES}; the dead letter then has the hash of the whole value
 */
public record Refusals(long now, int eventMaxBytes) {
    /** Number of bytes that a dead letter keeps of an oversized key or value. */
    public static final int KEPT_BYTES = 64 << 10;

    /** The dead letter for a record that was read at {@code source}. */
    public Record<byte[], Inbound> refuse(
            Record<byte[], byte[]> record, InvalidEventException cause, DeadLetter.Source source) {
        byte[] value = record.value();
        boolean cut = value != null && value.length > eventMaxBytes;
        Record<byte[], Inbound> letter = new Record<>(
                beginning(record.key()), new Inbound.Refusal(cut ? beginning(value) : value), record.timestamp());
        if (HeaderLimit.bytes(record.headers()) <= HeaderLimit.MAX_BYTES) {
            record.headers().forEach(letter.headers()::add);
        }
        Optional<String> hash = cut ? Optional.of(Sha256.ofBytes(value)) : Optional.empty();
        new DeadLetter(cause.reason(), cause.getMessage(), source, now, hash).writeTo(letter.headers());
        return letter;
    }

    /** The first {@link #KEPT_BYTES} of a key or value; null for null. */
    static byte[] beginning(byte[] bytes) {
        return bytes == null || bytes.length <= KEPT_BYTES ? bytes : Arrays.copyOf(bytes, KEPT_BYTES);
    }
}
