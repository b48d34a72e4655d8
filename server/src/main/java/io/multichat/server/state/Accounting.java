package io.multichat.server.state;

import io.multichat.reading.StoreException;
import io.multichat.server.progress.ProgressReport;
import io.multichat.server.tiers.TiersUnavailableException;
import io.multichat.topology.query.PartitionProgress;
import io.multichat.topology.query.StatePlaces;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** The outcome of all records, from the state of all instances. Thread-safe. */
public final class Accounting {
    private static final String QUESTION = "/v1/accounting";
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final LocalState local;
    private final InstanceCalls others;
    private final long snapshotIntervalMs;
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("accounting-of-instances");
        thread.setDaemon(true);
        return thread;
    });

    /** @param snapshotIntervalMs the longest delay of an announcement, in milliseconds */
    public Accounting(LocalState local, InstanceCalls others, long snapshotIntervalMs) {
        this.local = local;
        this.others = others;
        this.snapshotIntervalMs = snapshotIntervalMs;
    }

    /**
     * The progress of all partitions of the state. Asks the other instances, which takes little more than a second at most.
     *
     * @throws TiersUnavailableException if the progress of a partition is missing; the message says of which, and why
     */
    public ProgressReport report() {
        try {
            LocalProgress here = here();
            StatePlaces places = local.places();
            Map<Integer, PartitionProgress> partitions = new HashMap<>(here.partitions());
            long now = here.now();
            List<String> failures = new ArrayList<>();
            if (!partitions.keySet().containsAll(places.partitions())) {
                for (CompletableFuture<LocalProgress> answer : askOthers(places, failures)) {
                    LocalProgress progress = answer.join();
                    now = Math.max(now, progress.now());
                    progress.partitions().forEach(partitions::putIfAbsent);
                }
            }
            requireAll(places, partitions, failures);
            return merged(now, partitions);
        } catch (InvalidStateStoreException e) {
            throw new TiersUnavailableException("the topology is not ready: " + e.getMessage(), e);
        }
    }

    /**
     * The same as {@link #report}.
     *
     * @throws StoreException if the progress of a partition is missing
     */
    public ProgressReport reported() {
        try {
            return report();
        } catch (TiersUnavailableException e) {
            throw new StoreException(StoreException.Verdict.RETRY, e.getMessage(), e);
        }
    }

    /**
     * The progress of the partitions that this instance processes.
     *
     * @throws InvalidStateStoreException before the topology starts
     */
    public LocalProgress here() {
        Map<Integer, PartitionProgress> progress = local.progress();
        // The clock last, so that everything that the progress shows happened before.
        return new LocalProgress(System.currentTimeMillis(), progress);
    }

    private List<CompletableFuture<LocalProgress>> askOthers(StatePlaces places, List<String> failures) {
        List<String> shared = Collections.synchronizedList(failures);
        return places.all().stream()
                .filter(instance -> !others.isOwn(instance))
                .map(instance -> CompletableFuture.supplyAsync(() -> ask(instance, shared), asking))
                .toList();
    }

    /** The progress on another instance; that of no partition if it does not answer. */
    private LocalProgress ask(HostInfo instance, List<String> failures) {
        try {
            return ProgressJson.decode(others.ask(instance, QUESTION).body().orElseGet(() -> new byte[0]));
        } catch (StoreException e) {
            failures.add(e.getMessage());
            return new LocalProgress(0, Map.of());
        }
    }

    private static void requireAll(
            StatePlaces places, Map<Integer, PartitionProgress> partitions, List<String> failures) {
        TreeSet<Integer> missing = new TreeSet<>(places.partitions());
        missing.removeAll(partitions.keySet());
        if (!missing.isEmpty()) {
            throw new TiersUnavailableException(
                    "no instance answers for these partitions of the state: " + missing
                            + (failures.isEmpty() ? "" : "; " + String.join("; ", failures)),
                    null);
        }
    }

    private ProgressReport merged(long now, Map<Integer, PartitionProgress> partitions) {
        Map<TopicPartition, RecordCounts> accounts = new TreeMap<>(ORDER);
        partitions
                .values()
                .forEach(progress -> progress.counts()
                        .forEach((source, counts) -> accounts.merge(source, counts, RecordCounts::plus)));
        OptionalLong due = partitions.values().stream()
                .map(PartitionProgress::earliestAnnouncement)
                .flatMapToLong(OptionalLong::stream)
                .min();
        return new ProgressReport(
                now,
                due.isPresent() ? OptionalLong.of(due.getAsLong() - snapshotIntervalMs) : OptionalLong.empty(),
                accounts);
    }
}
