package io.multichat.topology.state.identities;

import io.multichat.topology.state.layers.CommitHook;
import io.multichat.topology.state.layers.InnermostStore;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store of the identities of all accepted events of a partition, each with the time of its event. It detects duplicates and
 * finds the original time of an edited message. It also remembers the messages that were refused because they were erased. Only the stream thread may use it.
 *
 * <p>On disk, with a changelog, and kept forever unless {@code dedup.retention} bounds it, so that importing the same chat again
 * changes nothing at any time. Nearly every lookup is for a new identity, which a filter in memory answers. New identities are
 * written in batches, as one {@link IdentityBlock}: when it is full and before each commit, see {@link CommitHook}. A block
 * is therefore part of the transaction that accepts its events.
 */
public final class IdentityStore {
    private static final long HOUR_MS = 3_600_000;
    /** About ten milliseconds of work. */
    private static final int LOADED_AT_ONCE = 20_000;

    private final KeyValueStore<Bytes, byte[]> blocks;
    private final CommitHook commit;
    private final KnownIdentities known;
    private final IdentityBlock block = new IdentityBlock();

    /**
     * Opens the store. An instance opened earlier on the same stores must no longer be used.
     *
     * @param blocks built by {@link IdentityStores#blocks}
     * @param commits see {@link CommitHook}
     * @param filterBytes maximum size of the filter
     */
    public IdentityStore(KeyValueStore<Bytes, byte[]> blocks, KeyValueStore<Bytes, byte[]> commits, int filterBytes) {
        this.blocks = blocks;
        this.known = new KnownIdentities(InnermostStore.inside(blocks, StagedIdentities.class), filterBytes);
        this.commit = new CommitHook(commits, blocks.name(), this::write);
        load();
    }

    /** The time of the accepted event with this identity, UTC milliseconds; empty if there is none. */
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
     * Stores the identity of an accepted event, unless it is stored already.
     *
     * @param sentAt time of the event, for edits and deletes that of their message, UTC milliseconds
     * @param arrivedAt when the event arrived, UTC milliseconds of the wall clock
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

    /** Loads another part of the filter if it is incomplete. Call this regularly. */
    public void load() {
        if (known.outdated()) {
            write(); // the block's identities are not in the filter that is loaded
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
