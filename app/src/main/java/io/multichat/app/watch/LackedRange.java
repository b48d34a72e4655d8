package io.multichat.app.watch;

import io.multichat.events.text.WholeNumbers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern LINE =
            Pattern.compile("(DELETED|REPEATED) (\\S+) (\\S+) ([0-9]{1,9}) ([0-9]{1,18}) ([0-9]{1,18}) (.+)");

    private static final String SQLITE = "sqlite";

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

    /** Reads a line that {@link #line} wrote; empty for any other text. */
    static Optional<LackedRange> parse(String line) {
        Matcher fields = LINE.matcher(line);
        return fields.matches()
                ? Optional.of(new LackedRange(
                        Cause.valueOf(fields.group(1)),
                        fields.group(2),
                        fields.group(7),
                        new TopicPartition(fields.group(3), WholeNumbers.parseInt(fields.group(4))),
                        new OffsetRange(
                                WholeNumbers.parseLong(fields.group(5)), WholeNumbers.parseLong(fields.group(6)))))
                : Optional.empty();
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

    /** True if some of the records are in both ranges. */
    boolean overlaps(LackedRange other) {
        return source.equals(other.source)
                && offsets.from() < other.offsets.to()
                && other.offsets.from() < offsets.to();
    }

    /** For people, with the remedy. */
    String text() {
        return problem() + ". " + remedy();
    }

    /** What the store lacks and why. */
    String problem() {
        String records = "the records of " + source + " from offset " + offsets.from() + " to " + (offsets.to() - 1);
        return switch (cause) {
            case DELETED -> store + " lacks " + records + ": the topic no longer holds them";
            case REPEATED ->
                store + " takes none of " + records + ": the topic was deleted and created again, and " + store
                        + " already holds other records with these offsets";
        };
    }

    /** How to complete the store. */
    String remedy() {
        return switch (cause) {
            case DELETED ->
                store.equals(SQLITE)
                        ? "To complete it from the archive, stop, run `multichat refill sqlite`, and start again"
                        : "To complete it, stop, restore " + location
                                + " from a backup that holds them, delete lacked-records.txt in the data directory, and start"
                                + " again";
            case REPEATED -> "To store the new records, stop, move " + location + " elsewhere, and start again";
        };
    }
}
