package io.multichat.sinks.archive.compact;

import io.multichat.sinks.archive.chain.ChainState;
import io.multichat.sinks.archive.chain.RetiredFile;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a compaction does to a chain.
 *
 * @param replaced the files that are live no more
 * @param merged the files that hold their lines instead
 * @param forgotten files that were retired, and are removed
 * @param at when, UTC milliseconds
 */
record Replacement(List<SegmentFile> replaced, List<SegmentFile> merged, List<RetiredFile> forgotten, long at) {
    Replacement {
        replaced = List.copyOf(replaced);
        merged = List.copyOf(merged);
        forgotten = List.copyOf(forgotten);
    }

    /** False when somebody replaced some of the files before. */
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
