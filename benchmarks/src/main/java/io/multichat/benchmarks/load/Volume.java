package io.multichat.benchmarks.load;

/**
 * How much was generated.
 *
 * @param records all, duplicates included
 * @param distinct without duplicates
 * @param distinctBytes the bytes of the values of the distinct ones
 * @param conversations of which there is at least one message
 */
public record Volume(long records, long distinct, long distinctBytes, int conversations) {
    /** Both loads; conversations of the larger one, since it has those of the other. */
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
