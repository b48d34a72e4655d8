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
    public double meanBytes() {
        return (double) distinctBytes / distinct;
    }
}
