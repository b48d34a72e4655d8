package io.multichat.sinks.sqlite.table;

import io.multichat.events.hash.Sha256;
import io.multichat.sinks.core.SinkEntry;
import java.util.Arrays;

/**
 * The offset of a topic-partition in the file: everything before it is stored or was reported.
 *
 * @param next the next offset
 * @param lastRecord the hash of the record before {@code next}; null if it is unknown, for example after a record that
 *     could not be decoded
 */
public record StoredOffset(long next, byte[] lastRecord) {
    /** The offset of a topic-partition that is not in the file. */
    static final StoredOffset NONE = new StoredOffset(0, null);

    private static final int HASH_BYTES = 16;

    /**
     * The offset after a range that was read.
     *
     * @param last the last entry of the range; null if it had none
     */
    public static StoredOffset after(long next, SinkEntry last) {
        boolean known = last != null && last.origin().offset() == next - 1;
        return new StoredOffset(next, known ? hash(last) : null);
    }

    /** The offset to read from: that of the record before {@code next} if its hash is known, so that it can be compared. */
    public long readFrom() {
        return lastRecord == null ? next : next - 1;
    }

    /** False if the entry is at the offset of the last record but has another hash: then this is another log. */
    public boolean agreesWith(SinkEntry entry) {
        return lastRecord == null || entry.origin().offset() != next - 1 || Arrays.equals(hash(entry), lastRecord);
    }

    private static byte[] hash(SinkEntry entry) {
        return Arrays.copyOf(Sha256.start().digest(entry.value()), HASH_BYTES);
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
