package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that the manifests of a chain name in total.
 *
 * @param live the files that hold the records of the topic-partition, each record once
 * @param retired the files that a compaction replaced and that may still exist
 */
public record ChainState(List<SegmentFile> live, List<RetiredFile> retired) {
    /** The state of a chain without manifests. */
    static final ChainState EMPTY = new ChainState(List.of(), List.of());

    public ChainState {
        live = List.copyOf(live);
        retired = List.copyOf(retired);
    }

    ChainState plus(List<SegmentFile> added) {
        List<SegmentFile> all = new ArrayList<>(live);
        all.addAll(added);
        return new ChainState(all, retired);
    }

    /** True when the chain names the file, as live or as retired. */
    boolean knows(String path) {
        return live.stream().anyMatch(file -> file.path().equals(path))
                || retired.stream().anyMatch(file -> file.path().equals(path));
    }
}
