package io.multichat.sinks.archive.chain;

import io.multichat.sinks.archive.segment.SegmentFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What the manifests of a chain say together.
 *
 * @param live the files that hold the records of the topic-partition, each record once
 * @param retired the files that compaction replaced and that may still lie about
 */
public record ChainState(List<SegmentFile> live, List<RetiredFile> retired) {
    /** That of a chain without manifests. */
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

    /** True when the chain knows the file: it was committed, and is not forgotten. */
    boolean knows(String path) {
        return live.stream().anyMatch(file -> file.path().equals(path))
                || retired.stream().anyMatch(file -> file.path().equals(path));
    }
}
