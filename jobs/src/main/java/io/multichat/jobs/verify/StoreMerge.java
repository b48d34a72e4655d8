package io.multichat.jobs.verify;

import io.multichat.reading.audit.StoreAudit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the facts of all stores in one ordered pass. Of contents that differ, the one that most stores hold is taken for right, and of
 * equally many that of the store that comes first. What a store has not read yet is not a difference.
 *
 * @param stores the stores by number, the most trustworthy first
 * @param positions for each store, how far it had read the topics
 */
record StoreMerge(
        FactDatabase database,
        List<StoreAudit> stores,
        List<Optional<Map<String, Long>>> positions,
        FoundDifferences found) {
    private static final String SNAPSHOTS =
            "INSERT INTO facts SELECT 'session', conversation, id, '', store, digest, log, log_offset FROM snapshots";
    private static final String ORDERED =
            "SELECT kind, conversation, id, detail, store, digest, log, log_offset FROM facts ORDER BY 1, 2, 3, 4";
    private static final Set<String> REPEATABLE = Set.of("edit", "delete");

    private record Key(String kind, String conversation, String id, String detail) {}

    /** A content of something, and who holds it. */
    private static final class Holding {
        private final Set<Integer> stores = new TreeSet<>();
        private Optional<String> log = Optional.empty();
        private long offset = Long.MAX_VALUE;

        void add(ResultSet row) throws SQLException {
            stores.add(row.getInt(5));
            if (row.getString(7) != null) {
                log = Optional.of(row.getString(7));
                offset = Math.min(offset, row.getLong(8));
            }
        }

        /** True if the topics hold it, in records beyond these positions only. */
        boolean isBeyond(Map<String, Long> read) {
            return log.filter(name -> offset >= read.getOrDefault(name, 0L)).isPresent();
        }
    }

    void run() throws SQLException {
        database.execute(SNAPSHOTS);
        try (PreparedStatement select = database.prepare(ORDERED);
                ResultSet row = select.executeQuery()) {
            Key key = null;
            Map<String, Holding> holdings = new TreeMap<>();
            while (row.next()) {
                Key next = new Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                if (!next.equals(key)) {
                    compare(key, holdings);
                    key = next;
                    holdings = new TreeMap<>();
                }
                holdings.computeIfAbsent(row.getString(6), first -> new Holding())
                        .add(row);
            }
            compare(key, holdings);
        }
    }

    /** @param holdings by content */
    private void compare(Key key, Map<String, Holding> holdings) {
        if (key == null) {
            return;
        }
        if (holdings.size() == 1 || REPEATABLE.contains(key.kind())) {
            holdings.values().forEach(holding -> missing(key, holding, holding.stores));
            return;
        }
        Holding right = holdings.values().stream()
                .reduce((one, other) -> isBetter(one.stores, other.stores) ? one : other)
                .orElseThrow();
        Set<Integer> wrong = new TreeSet<>();
        holdings.values().stream().filter(holding -> holding != right).forEach(holding -> wrong.addAll(holding.stores));
        wrong.forEach(store -> add(key, store, right, "differs from that in " + names(right.stores)));
        Set<Integer> holding = new TreeSet<>(right.stores);
        holding.addAll(wrong);
        missing(key, right, holding);
    }

    private static boolean isBetter(Set<Integer> one, Set<Integer> other) {
        return one.size() != other.size()
                ? one.size() > other.size()
                : one.iterator().next() < other.iterator().next();
    }

    /** Names the stores that should hold something and do not. */
    private void missing(Key key, Holding right, Set<Integer> holding) {
        if (holding.stream().allMatch(store -> stores.get(store).promise() == StoreAudit.Promise.PART)) {
            boolean others = stores.stream().anyMatch(store -> store.promise() != StoreAudit.Promise.PART);
            if (others) {
                holding.forEach(store -> add(key, store, right, "is in no other store"));
            }
            return;
        }
        for (int store = 0; store < stores.size(); store++) {
            if (stores.get(store).promise() == StoreAudit.Promise.EVERYTHING && !holding.contains(store)) {
                add(key, store, right, "is missing; it is in " + names(holding));
            }
        }
    }

    private void add(Key key, int store, Holding right, String problem) {
        if (positions.get(store).filter(right::isBeyond).isPresent()) {
            found.addLagging(stores.get(store).name());
            return;
        }
        String what = key.detail().isEmpty() ? key.kind() : key.detail().split(" ")[0];
        found.add(new Difference(
                key.kind(), stores.get(store).name(), key.conversation(), key.id(), "the " + what + " " + problem));
    }

    private String names(Set<Integer> numbers) {
        List<String> names = new ArrayList<>();
        numbers.forEach(store -> names.add(stores.get(store).name()));
        return names.stream().collect(Collectors.joining(" and "));
    }
}
