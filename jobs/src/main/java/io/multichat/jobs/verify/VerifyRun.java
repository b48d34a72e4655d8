package io.multichat.jobs.verify;

import io.multichat.reading.audit.StoreAudit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares stores with each other and their sessions with the gap rule. Memory is bounded, whatever the stores hold; the folder needs room
 * for about 300 bytes an event and store.
 */
public final class VerifyRun {
    private static final String COUNT_SESSIONS = "SELECT count(*) FROM snapshots WHERE store = ";

    private final List<StoreAudit> stores;
    private final Path scratch;

    /**
     * @param stores the stores to compare, the most trustworthy first
     * @param scratch a folder for a temporary database
     */
    public VerifyRun(List<StoreAudit> stores, Path scratch) {
        this.stores = List.copyOf(stores);
        this.scratch = scratch;
    }

    /**
     * Reads all stores and compares them.
     *
     * @throws VerifyException if the temporary database fails
     * @throws io.multichat.reading.StoreException if a store cannot be read
     */
    public VerifyReport run() {
        FoundDifferences found = new FoundDifferences();
        Map<String, VerifyReport.Held> held = new LinkedHashMap<>();
        // Before the stores are read, so that they hold everything up to these positions.
        List<Optional<Map<String, Long>>> positions =
                stores.stream().map(StoreAudit::positions).toList();
        try (FactDatabase database = FactDatabase.in(scratch)) {
            for (int store = 0; store < stores.size(); store++) {
                held.put(stores.get(store).name(), read(database, store, found));
            }
            new StoreMerge(database, stores, positions, found).run();
            new GapRule(database, found).check();
        } catch (SQLException e) {
            throw new VerifyException("the temporary database failed: " + e.getMessage(), e);
        }
        Map<String, Long> byStore = found.byStore();
        return new VerifyReport(
                held, found.kept(), found.count(), byStore, found.lagging(), RepairPlan.of(byStore.keySet()));
    }

    private VerifyReport.Held read(FactDatabase database, int store, FoundDifferences found) throws SQLException {
        StoreAudit audit = stores.get(store);
        try (FactSink sink = new FactSink(database, store)) {
            audit.read(sink).forEach(fault -> found.add(new Difference("store", audit.name(), "", "", fault)));
            try (var count = database.prepare(COUNT_SESSIONS + store);
                    var row = count.executeQuery()) {
                return new VerifyReport.Held(sink.accepted(), row.getLong(1));
            }
        }
    }
}
