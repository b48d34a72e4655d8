package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.CommitHook;
import io.multichat.topology.state.layers.InnermostStore;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the identities of all accepted events of a partition, and the time under which each is kept: what makes a
 * duplicate a duplicate, and what finds the original of an edit. Used by the stream thread alone.
 *
 * <p>On disk, with a changelog, for ever unless there is a bound: importing twice changes nothing, whenever. Nearly every
 * look is for an identity that is new, so a filter in memory answers it; and new ones are written many at a time, as one
 * {@link IdentityBlock}. A block is written when it is full, and before each commit, see {@link CommitHook}:
 * so it is part of the transaction that accepts its events, and nothing is lost or kept without them.
 */
public final class IdentityStore {
    private static final long HOUR_MS = 3_600_000;
    /** Some ten milliseconds of work. */
    private static final int LOADED_AT_ONCE = 20_000;

    private final KeyValueStore<Bytes, byte[]> blocks;
    private final CommitHook commit;
    private final KnownIdentities known;
    private final IdentityBlock block = new IdentityBlock();

    /**
     * Opens the store; what was opened before on the same stores is no longer to be used.
     *
     * @param blocks built by {@link IdentityStores#blocks}
     * @param commits see {@link CommitHook}
     * @param filterBytes the most memory of the filter
     */
    public IdentityStore(KeyValueStore<Bytes, byte[]> blocks, KeyValueStore<Bytes, byte[]> commits, int filterBytes) {
        this.blocks = blocks;
        this.known = new KnownIdentities(InnermostStore.inside(blocks, IdentityDb.class), filterBytes);
        this.commit = new CommitHook(commits, blocks.name(), this::write);
        load();
    }

    /** The time of the event with that identity, UTC milliseconds; empty when none was accepted. */
    public OptionalLong sentAt(byte[] identity) {
        return sentAt(Identity.of(identity));
    }

    private OptionalLong sentAt(Identity identity) {
        if (known.excludes(identity)) {
            return OptionalLong.empty();
        }
        OptionalLong unwritten = block.sentAt(identity);
        return unwritten.isPresent() ? unwritten : known.stored(identity);
    }

    /**
     * Remembers an accepted event, unless it is known already.
     *
     * @param sentAt the time under which it is kept, UTC milliseconds
     * @param arrivedAt when it arrived, UTC milliseconds of the wall clock
     */
    public void put(byte[] identity, long sentAt, long arrivedAt) {
        Identity added = Identity.of(identity);
        if (sentAt(added).isPresent()) {
            return;
        }
        int hour = (int) (arrivedAt / HOUR_MS);
        if (!block.takes(hour)) {
            write();
        }
        boolean atOnce = block.isEmpty() && commit.request();
        block.add(added, sentAt, hour);
        known.add(added);
        if (atOnce) {
            write();
        }
    }

    /** Does a part of the work of getting the filter ready, if there is any; to be called again and again. */
    public void load() {
        if (known.outdated()) {
            write(); // what is loaded is what is stored
            known.load(LOADED_AT_ONCE);
        }
    }

    private void write() {
        if (!block.isEmpty()) {
            Bytes key = Bytes.wrap(block.key());
            byte[] value = block.value();
            block.clear();
            blocks.put(key, value);
        }
    }
}
