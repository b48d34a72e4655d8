package io.multichat.sinks.sqlite.table;

import io.multichat.sinks.core.SinkEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Up to where a partition is in the file.
 *
 * @param next the next offset
 * @param lastRecord the hash of the record before that; null when it is not known, as after a record that was no entry
 */
public record StoredOffset(long next, byte[] lastRecord) {
    /** Nothing is in the file. */
    static final StoredOffset NONE = new StoredOffset(0, null);

    private static final int HASH_BYTES = 16;

    /** The offset after what was read, of which {@code last} is the last entry. */
    public static StoredOffset after(long next, SinkEntry last) {
        boolean known = last != null && last.origin().offset() == next - 1;
        return new StoredOffset(next, known ? hash(last) : null);
    }

    /** Where reading begins: with the record before, when it can be compared. */
    public long readFrom() {
        return lastRecord == null ? next : next - 1;
    }

    /** False when the entry stands where another record stood when the file was written: this is another log. */
    public boolean agreesWith(SinkEntry entry) {
        return lastRecord == null || entry.origin().offset() != next - 1 || Arrays.equals(hash(entry), lastRecord);
    }

    private static byte[] hash(SinkEntry entry) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(entry.value()), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredOffset offset
                && next == offset.next
                && Arrays.equals(lastRecord, offset.lastRecord);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(next) + Arrays.hashCode(lastRecord);
    }
}
