package io.multichat.app.connect.contents;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The actual or expected contents of a store in comparable form: a row for each item, under a name that identifies it. Long
 * values are replaced by their hash, so that millions fit in memory.
 */
public final class Rows {
    private static final int LONGEST = 60;
    private static final int EXAMPLES = 5;

    private final Map<String, String> rows = new HashMap<>();

    /** Adds a row. A repeated name becomes a second row, because nothing may be stored twice. */
    void add(String name, Object... fields) {
        String key = name;
        for (int again = 2; rows.containsKey(key); again++) {
            key = name + " (" + again + ")";
        }
        rows.put(key, line(fields));
    }

    /** Adds a row or replaces the one with the same name. */
    void put(String name, Object... fields) {
        rows.put(name, line(fields));
    }

    public int size() {
        return rows.size();
    }

    /**
     * The rows that are missing, unexpected or different in {@code others}: examples of each kind, and how many there are.
     */
    public List<String> differencesTo(Rows others) {
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        rows.forEach((name, row) -> {
            String other = others.rows.get(name);
            if (other == null) {
                missing.add(name + " = " + row);
            } else if (!other.equals(row)) {
                different.add(name + " = " + other + " instead of " + row);
            }
        });
        List<String> surplus = others.rows.keySet().stream()
                .filter(name -> !rows.containsKey(name))
                .toList();
        List<String> all = new ArrayList<>();
        addExamples(all, "missing", missing);
        addExamples(all, "unexpected", surplus);
        addExamples(all, "different", different);
        return all;
    }

    private static void addExamples(List<String> all, String what, List<String> rows) {
        rows.stream().sorted().limit(EXAMPLES).forEach(row -> all.add(what + " (of " + rows.size() + "): " + row));
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(Rows::text).collect(Collectors.joining("|"));
    }

    /** Bytes are taken as UTF-8 text. */
    private static String text(Object field) {
        byte[] bytes =
                field instanceof byte[] given ? given : String.valueOf(field).getBytes(StandardCharsets.UTF_8);
        return bytes.length > LONGEST ? hash(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first 96 bits of SHA-256. */
    static String hash(byte[] bytes) {
        return "#" + Sha256.ofBytes(bytes).substring(0, 24);
    }
}
