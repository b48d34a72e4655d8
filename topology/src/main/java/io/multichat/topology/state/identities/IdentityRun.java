package io.multichat.topology.state.identities;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Identities that are written together, by era; see {@link IdentityRetention}. */
final class IdentityRun {
    private final IdentityRetention retention;
    private final Map<Integer, IdentityTable> eras = new TreeMap<>();
    private int newestHour;

    IdentityRun(IdentityRetention retention) {
        this.retention = retention;
    }

    /** Adds the identities of a block. Adding one again changes nothing. */
    void add(byte[] key, byte[] value) {
        IdentityBlock.read(key, value, (identity, sentAt, hour) -> {
            newestHour = Math.max(newestHour, hour);
            table(retention.era(hour)).put(identity.high(), identity.low(), sentAt);
        });
    }

    /** Adds the identities of another run. */
    void addAll(IdentityRun other) {
        newestHour = Math.max(newestHour, other.newestHour);
        other.eras.forEach((era, table) -> table.forEach(table(era)::put));
    }

    /** The time of an identity, UTC milliseconds; empty if it is absent. */
    OptionalLong sentAt(Identity identity) {
        for (IdentityTable each : eras.values()) {
            OptionalLong sentAt = each.sentAt(identity);
            if (sentAt.isPresent()) {
                return sentAt;
            }
        }
        return OptionalLong.empty();
    }

    /** The identities of each era. */
    Map<Integer, IdentityTable> eras() {
        return eras;
    }

    /** The latest hour of arrival since 1970. */
    int newestHour() {
        return newestHour;
    }

    int size() {
        return eras.values().stream().mapToInt(IdentityTable::size).sum();
    }

    /** Estimated memory. */
    long bytes() {
        return eras.values().stream().mapToLong(IdentityTable::bytes).sum();
    }

    void clear() {
        eras.clear();
    }

    private IdentityTable table(int era) {
        return eras.computeIfAbsent(era, any -> new IdentityTable());
    }
}
