package io.multichat.benchmarks.load;

/**
 * The size of a generated load.
 *
 * @param records number of records, including duplicates
 * @param distinct number of records without duplicates
 * @param distinctBytes size of the values of the distinct records
 * @param conversations number of conversations with at least one message
 */
public record Volume(long records, long distinct, long distinctBytes, int conversations) {
    /** Both loads together; the conversations are those of the larger load, which include those of the other. */
    public Volume plus(Volume other) {
        return new Volume(
                records + other.records,
                distinct + other.distinct,
                distinctBytes + other.distinctBytes,
                Math.max(conversations, other.conversations));
    }

    public double meanBytes() {
        return (double) distinctBytes / distinct;
    }
}
