package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainState;
import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The change that a compaction makes to a chain.
 *
 * @param replaced files that the merged ones replace
 * @param merged the files that hold their lines now
 * @param forgotten retired files that are removed
 * @param at the time, UTC milliseconds
 */
record Replacement(List<SegmentFile> replaced, List<SegmentFile> merged, List<RetiredFile> forgotten, long at) {
    Replacement {
        replaced = List.copyOf(replaced);
        merged = List.copyOf(merged);
        forgotten = List.copyOf(forgotten);
    }

    /** False when another process replaced any of the files. */
    boolean fits(ChainState state) {
        return new HashSet<>(state.live()).containsAll(replaced);
    }

    ChainState applyTo(ChainState state) {
        Set<SegmentFile> gone = new HashSet<>(replaced);
        List<SegmentFile> live = new ArrayList<>(merged);
        state.live().stream().filter(file -> !gone.contains(file)).forEach(live::add);
        List<RetiredFile> retired = new ArrayList<>(state.retired());
        retired.removeAll(forgotten);
        replaced.forEach(file -> retired.add(new RetiredFile(file.path(), at)));
        return new ChainState(live, retired);
    }
}
