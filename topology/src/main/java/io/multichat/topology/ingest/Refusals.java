package io.multichat.topology.ingest;

import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes dead letters: key, value and headers as they came, and why. Of a key larger than {@link #KEPT_BYTES} the beginning
 * is kept; headers beyond their cap are dropped, since the dead letter could be too large to be written.
 *
 * @param now the wall clock of Kafka Streams, UTC milliseconds
 * @param eventMaxBytes of a value larger than this only the first {@link #KEPT_BYTES} are kept, with the hash of the whole
 */
public record Refusals(long now, int eventMaxBytes) {
    /** What is kept of a value that is too large. */
    public static final int KEPT_BYTES = 64 << 10;

    /** The dead letter of a record that was read at {@code source}. */
    public Record<byte[], Inbound> refuse(
            Record<byte[], byte[]> record, InvalidEventException cause, DeadLetter.Source source) {
        byte[] value = record.value();
        boolean cut = value != null && value.length > eventMaxBytes;
        Headers headers =
                HeaderLimit.bytes(record.headers()) > HeaderLimit.MAX_BYTES ? new RecordHeaders() : record.headers();
        Optional<String> hash = cut ? Optional.of(sha256(value)) : Optional.empty();
        new DeadLetter(cause.reason(), cause.getMessage(), source, now, hash).writeTo(headers);
        return new Record<>(
                beginning(record.key()),
                new Inbound.Refusal(cut ? beginning(value) : value),
                record.timestamp(),
                headers);
    }

    /** What is kept of a key or of a value that is too large; null of null. */
    static byte[] beginning(byte[] bytes) {
        return bytes == null || bytes.length <= KEPT_BYTES ? bytes : Arrays.copyOf(bytes, KEPT_BYTES);
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
