package io.multichat.topology.state.identities;

import io.multichat.topology.state.identities.IdentityDb.Place;
import java.util.OptionalLong;

/**
 * The stored identities behind a filter in memory, which spares nearly every new one the look at the disk.
 *
 * <p>The filter is filled from the disk bit by bit after a start; until it is complete, every look goes to the disk. It is
 * filled again when it has become crowded, four times as large up to its bound, and when identities were forgotten. Beyond
 * its bound it is less and less of use, and the disk's own filters remain: 12 bits an identity keep 99 of 100 new ones off
 * the disk, 5 bits 9 of 10.
 */
final class KnownIdentities {
    private static final int FIRST_BYTES = 1 << 20;
    private static final int GROWTH = 4;

    private final IdentityDb db;
    private final int filterBytes;
    private IdentityFilter filter = IdentityFilter.excludingNothing();
    private IdentityFilter next;
    private Place place = Place.START;
    private boolean loading;
    private long forgotten;

    /** @param filterBytes the most memory of the filter; twice as much for the moments in which it is filled again */
    KnownIdentities(IdentityDb db, int filterBytes) {
        this.db = db;
        this.filterBytes = filterBytes;
        begin();
    }

    /** Whether it surely was never added. */
    boolean excludes(Identity identity) {
        return !filter.mayContain(identity);
    }

    /** The time of an identity that is stored. */
    OptionalLong stored(Identity identity) {
        return RocksCall.attempt("looking up", () -> db.sentAt(identity.bytes()));
    }

    /** Adds one that is stored, or will be before {@link #load} is called. */
    void add(Identity identity) {
        filter.add(identity);
        if (loading) {
            next.add(identity);
        }
    }

    /** Whether there is something to be loaded. */
    boolean outdated() {
        boolean crowded = filter.added() > IdentityFilter.capacity(filter.bytes()) && filter.bytes() < filterBytes;
        if (!loading && (crowded || forgotten != db.forgotten())) {
            begin();
        }
        return loading;
    }

    /** Loads up to so many identities. */
    void load(int limit) {
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
        place = Place.START;
        forgotten = db.forgotten();
        loading = true;
    }

    private void end() {
        filter = next;
        loading = false;
    }
}
