package io.multichat.jobs.verify;

import io.multichat.reading.audit.StoreAudit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the facts of all stores in one ordered pass. Of contents that differ, the one that most stores hold is taken for right, and of
 * equally many that of the store that comes first.
 *
 * @param stores the stores by number, the most trustworthy first
 */
record StoreMerge(FactDatabase database, List<StoreAudit> stores, FoundDifferences found) {
    private static final String SNAPSHOTS =
            "INSERT INTO facts SELECT 'session', conversation, id, '', store, digest FROM snapshots";
    private static final String ORDERED =
            "SELECT DISTINCT kind, conversation, id, detail, store, digest FROM facts ORDER BY 1, 2, 3, 4, 5, 6";
    private static final Set<String> REPEATABLE = Set.of("edit", "delete");

    private record Key(String kind, String conversation, String id, String detail) {}

    void run() throws SQLException {
        database.execute(SNAPSHOTS);
        try (PreparedStatement select = database.prepare(ORDERED);
                ResultSet row = select.executeQuery()) {
            Key key = null;
            Map<String, Set<Integer>> holders = new TreeMap<>();
            while (row.next()) {
                Key next = new Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                if (!next.equals(key)) {
                    compare(key, holders);
                    key = next;
                    holders = new TreeMap<>();
                }
                holders.computeIfAbsent(row.getString(6), first -> new TreeSet<>())
                        .add(row.getInt(5));
            }
            compare(key, holders);
        }
    }

    /** @param holders by content, the numbers of the stores that hold it */
    private void compare(Key key, Map<String, Set<Integer>> holders) {
        if (key == null) {
            return;
        }
        if (holders.size() == 1 || REPEATABLE.contains(key.kind())) {
            holders.values().forEach(holding -> missing(key, holding));
            return;
        }
        Set<Integer> right = holders.values().stream()
                .reduce((one, other) -> isBetter(one, other) ? one : other)
                .orElseThrow();
        Set<Integer> wrong = new TreeSet<>();
        holders.values().stream().filter(holding -> holding != right).forEach(wrong::addAll);
        wrong.forEach(store -> add(key, store, "differs from that in " + names(right)));
        Set<Integer> holding = new TreeSet<>(right);
        holding.addAll(wrong);
        missing(key, holding);
    }

    private static boolean isBetter(Set<Integer> one, Set<Integer> other) {
        return one.size() != other.size()
                ? one.size() > other.size()
                : one.iterator().next() < other.iterator().next();
    }

    /** Names the stores that should hold something and do not. */
    private void missing(Key key, Set<Integer> holding) {
        if (holding.stream().allMatch(store -> stores.get(store).promise() == StoreAudit.Promise.PART)) {
            boolean others = stores.stream().anyMatch(store -> store.promise() != StoreAudit.Promise.PART);
            if (others) {
                holding.forEach(store -> add(key, store, "is in no other store"));
            }
            return;
        }
        for (int store = 0; store < stores.size(); store++) {
            if (stores.get(store).promise() == StoreAudit.Promise.EVERYTHING && !holding.contains(store)) {
                add(key, store, "is missing; it is in " + names(holding));
            }
        }
    }

    private void add(Key key, int store, String problem) {
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
