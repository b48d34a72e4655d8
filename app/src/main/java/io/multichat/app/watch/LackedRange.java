package io.multichat.app.watch;

import org.apache.kafka.common.TopicPartition;

/**
 * Records that a topic no longer holds and that a store had not read.
 *
 * @param store the name of the store
 * @param location its file or folder
 * @param source the topic-partition
 * @param from the first offset
 * @param to the offset after the last
 */
record LackedRange(String store, String location, TopicPartition source, long from, long to) {
    private static final int FIELDS = 6;

    /** Reads a line that {@link #line} wrote. */
    static LackedRange parse(String line) {
        String[] fields = line.split(" ", FIELDS);
        return new LackedRange(
                fields[0],
                fields[FIELDS - 1],
                new TopicPartition(fields[1], Integer.parseInt(fields[2])),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    String line() {
        return String.join(
                " ",
                store,
                source.topic(),
                Integer.toString(source.partition()),
                Long.toString(from),
                Long.toString(to),
                location);
    }

    /** True if both concern the same store and topic-partition. */
    boolean isBeside(LackedRange other) {
        return store.equals(other.store) && location.equals(other.location) && source.equals(other.source);
    }

    /** True if this range has all records of the other one, which is beside it. */
    boolean contains(LackedRange other) {
        return from <= other.from && other.to <= to;
    }

    /** For people, with the remedy. */
    String text() {
        return store + " lacks the records of " + source + " from offset " + from + " to " + (to - 1)
                + ": the topic no longer holds them. To complete it, stop, restore " + location
                + " from a backup that holds them, and start again";
    }
}
