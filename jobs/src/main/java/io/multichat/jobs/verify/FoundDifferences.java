package io.multichat.jobs.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects differences, and counts what stores have not read yet. Of the differences, all are counted, and the first {@value #KEPT} are kept. For one thread. */
final class FoundDifferences {
    private static final int KEPT = 1_000;

    private final List<Difference> kept = new ArrayList<>();
    private final Map<String, Long> byStore = new TreeMap<>();
    private final Map<String, Long> lagging = new TreeMap<>();
    private long count;

    void add(Difference difference) {
        count++;
        byStore.merge(difference.store(), 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(difference);
        }
    }

    /** Counts something that a store has not read yet. */
    void addLagging(String store) {
        lagging.merge(store, 1L, Long::sum);
    }

    /** How much each store has not read yet; only stores that lag. */
    Map<String, Long> lagging() {
        return new TreeMap<>(lagging);
    }

    List<Difference> kept() {
        return List.copyOf(kept);
    }

    Map<String, Long> byStore() {
        return new TreeMap<>(byStore);
    }

    long count() {
        return count;
    }

    /** True if all differences were kept. */
    boolean isComplete() {
        return count == kept.size();
    }
}
