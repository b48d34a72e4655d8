package io.multichat.app.watch;

import org.apache.kafka.common.TopicPartition;

/**
 * Records of a topic that a store cannot get.
 *
 * @param cause why it cannot get them
 * @param store the name of the store
 * @param location its file or folder
 * @param source the topic-partition
 * @param offsets the range of their offsets
 */
record LackedRange(Cause cause, String store, String location, TopicPartition source, OffsetRange offsets) {
    private static final int FIELDS = 7;

    /** Why a store cannot get records. */
    enum Cause {
        /** The topic deleted them before the store had read them. */
        DELETED,
        /** The topic was deleted and created again, and the store already holds other records with these offsets. */
        REPEATED
    }

    /**
     * A range of offsets.
     *
     * @param from the first offset
     * @param to the offset after the last
     */
    record OffsetRange(long from, long to) {}

    static LackedRange of(Cause cause, WatchedStore store, TopicPartition source, OffsetRange offsets) {
        return new LackedRange(cause, store.name(), store.location().toString(), source, offsets);
    }

    /** Reads a line that {@link #line} wrote. */
    static LackedRange parse(String line) {
        String[] fields = line.split(" ", FIELDS);
        return new LackedRange(
                Cause.valueOf(fields[0]),
                fields[1],
                fields[FIELDS - 1],
                new TopicPartition(fields[2], Integer.parseInt(fields[3])),
                new OffsetRange(Long.parseLong(fields[4]), Long.parseLong(fields[5])));
    }

    String line() {
        return String.join(
                " ",
                cause.name(),
                store,
                source.topic(),
                Integer.toString(source.partition()),
                Long.toString(offsets.from()),
                Long.toString(offsets.to()),
                location);
    }

    /** True if this range has all records of the other one. */
    boolean contains(LackedRange other) {
        return cause == other.cause
                && store.equals(other.store)
                && location.equals(other.location)
                && source.equals(other.source)
                && offsets.from() <= other.offsets.from()
                && other.offsets.to() <= offsets.to();
    }

    /** For people, with the remedy. */
    String text() {
        String records = "the records of " + source + " from offset " + offsets.from() + " to " + (offsets.to() - 1);
        return switch (cause) {
            case DELETED ->
                store + " lacks " + records + ": the topic no longer holds them. To complete it, stop, restore "
                        + location
                        + " from a backup that holds them, delete lacked-records.txt in the data directory, and start again";
            case REPEATED ->
                store + " takes none of " + records + ": the topic was deleted and created again, and " + store
                        + " already holds other records with these offsets. To store the new records, stop, move "
                        + location + " elsewhere, and start again";
        };
    }
}
