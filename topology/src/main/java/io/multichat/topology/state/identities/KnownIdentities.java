package io.multichat.topology.state.identities;

import io.multichat.topology.state.identities.IdentityDb.Place;
import java.util.OptionalLong;

/**
 * The stored identities behind a filter in memory, which answers nearly every lookup of a new identity without disk access.
 *
 * <p>After a start, the filter is loaded from disk in steps; until that is complete, every lookup goes to the disk. It is
 * loaded again when it is full, four times as large up to a maximum, and after identities were removed. At its maximum size
 * it gradually becomes less effective, which leaves RocksDB's own filters: 12 bits per identity save 99 % of the disk lookups
 * of new identities, 5 bits 90 %.
 */
final class KnownIdentities {
    private static final int FIRST_BYTES = 1 << 20;
    private static final int GROWTH = 4;

    private final StagedIdentities identities;
    private final IdentityDb db;
    private final int filterBytes;
    private IdentityFilter filter = IdentityFilter.excludingNothing();
    private IdentityFilter next;
    private Place place = Place.START;
    private boolean loading;
    private long droppedEras;

    /** @param filterBytes maximum size of the filter; while it is loaded again, up to twice as much memory is in use */
    KnownIdentities(StagedIdentities identities, int filterBytes) {
        this.identities = identities;
        this.db = identities.db();
        this.filterBytes = filterBytes;
        begin();
    }

    /** True only if the identity was never added. */
    boolean excludes(Identity identity) {
        return !filter.mayContain(identity);
    }

    /** The time of a stored identity, UTC milliseconds; empty when it is not stored. */
    OptionalLong stored(Identity identity) {
        return RocksCall.attempt("looking up", () -> identities.sentAt(identity));
    }

    /** Adds an identity that is stored, or will be stored before the next call of {@link #load}. */
    void add(Identity identity) {
        filter.add(identity);
        if (loading) {
            next.add(identity);
        }
    }

    /** True when the filter must be loaded, either from the start or from where the last load stopped. */
    boolean outdated() {
        boolean crowded = filter.added() > IdentityFilter.capacity(filter.bytes()) && filter.bytes() < filterBytes;
        return loading || crowded || droppedEras != db.droppedEras();
    }

    /** Loads up to {@code limit} identities. All that were added until now must be stored. */
    void load(int limit) {
        if (!loading) {
            begin();
        }
        RocksCall.attempt("walking", () -> db.walk(place, limit, each -> next.add(Identity.of(each))))
                .ifPresentOrElse(reached -> place = reached, this::end);
    }

    private void begin() {
        long expected = 2 * RocksCall.attempt("estimating", db::size);
        long bytes = Math.min(FIRST_BYTES, filterBytes);
        while (bytes < filterBytes && IdentityFilter.capacity((int) bytes) < expected) {
            bytes = Math.min(bytes * GROWTH, filterBytes);
        }
        next = new IdentityFilter((int) bytes);
        identities.forEachInMemory(next::add);
        place = Place.START;
        droppedEras = db.droppedEras();
        loading = true;
    }

    private void end() {
        filter = next;
        loading = false;
    }
}
