package io.multichat.jobs.verify;

import io.multichat.reading.audit.StoreAudit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Compares stores with each other and their sessions with the gap rule. Conversations that differ are looked at again for a while,
 * because a session differs while it is being announced. Memory is bounded, whatever the stores hold; the folder needs room
 * for about 300 bytes an event and store.
 */
public final class VerifyRun {
    private static final String COUNT_SESSIONS = "SELECT count(*) FROM snapshots WHERE store = ";

    private static final int LOOKS = 6;

    private final List<StoreAudit> stores;
    private final Path scratch;
    private final Duration patience;

    private record Look(Map<String, VerifyReport.Held> held, FoundDifferences found) {}

    /**
     * Creates a comparison.
     *
     * @param stores the stores to compare, the most trustworthy first
     * @param scratch a folder for a temporary database
     * @param patience how long a session may take to be announced; zero to look once
     */
    public VerifyRun(List<StoreAudit> stores, Path scratch, Duration patience) {
        this.stores = List.copyOf(stores);
        this.scratch = scratch;
        this.patience = patience;
    }

    /**
     * Reads all stores and compares them. Takes longer than the reading, by the patience, only if something differs for so long.
     *
     * @throws VerifyException if the temporary database fails
     * @throws io.multichat.reading.StoreException if a store cannot be read
     */
    public VerifyReport run() {
        Look first = look(Set.of());
        RepeatedLooks looks = new RepeatedLooks(first.found());
        long begin = System.nanoTime();
        while (!looks.conversations().isEmpty() && System.nanoTime() - begin < patience.toNanos()) {
            LockSupport.parkNanos(patience.toNanos() / LOOKS);
            looks.add(look(looks.conversations()).found());
        }
        FoundDifferences found = first.found();
        if (found.isComplete()) {
            found = new FoundDifferences();
            looks.lasting().forEach(found::add);
        }
        Map<String, Long> byStore = found.byStore();
        return new VerifyReport(
                first.held(),
                found.kept(),
                found.count(),
                byStore,
                first.found().lagging(),
                looks.changing(),
                RepairPlan.of(byStore.keySet()));
    }

    /** @param conversations the keys of the conversations to look at; empty for all */
    private Look look(Set<String> conversations) {
        FoundDifferences found = new FoundDifferences();
        Map<String, VerifyReport.Held> held = new LinkedHashMap<>();
        // Before the stores are read, so that they hold everything up to these positions.
        List<Optional<Map<String, Long>>> positions =
                stores.stream().map(StoreAudit::positions).toList();
        try (FactDatabase database = FactDatabase.in(scratch)) {
            for (int store = 0; store < stores.size(); store++) {
                held.put(stores.get(store).name(), read(database, store, conversations, found));
            }
            new StoreMerge(database, stores, positions, found).run();
            new GapRule(database, found).check();
        } catch (SQLException e) {
            throw new VerifyException("the temporary database failed: " + e.getMessage(), e);
        }
        return new Look(held, found);
    }

    private VerifyReport.Held read(FactDatabase database, int store, Set<String> conversations, FoundDifferences found)
            throws SQLException {
        StoreAudit audit = stores.get(store);
        try (FactSink sink = new FactSink(database, store, conversations)) {
            audit.read(sink).forEach(fault -> found.add(new Difference("store", audit.name(), "", "", fault)));
            try (var count = database.prepare(COUNT_SESSIONS + store);
                    var row = count.executeQuery()) {
                return new VerifyReport.Held(sink.accepted(), row.getLong(1));
            }
        }
    }
}
