package io.multichat.reading;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a search goes on. Stable while messages come: a page never shows one twice.
 *
 * @param before of each file from which hits were shown, by its number, the row before which it goes on
 */
public record SearchCursor(SortedMap<Integer, Long> before) {
    private static final Pattern TEXT = Pattern.compile("[0-9]{1,9}\\.[0-9]{1,18}(_[0-9]{1,9}\\.[0-9]{1,18}){0,9999}+");

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when the text is not a cursor
     */
    public static SearchCursor parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a cursor of a search is file.row, several joined by _");
        }
        return new SearchCursor(Arrays.stream(text.split("_"))
                .map(part -> part.split("\\."))
                .collect(Collectors.toMap(
                        part -> Integer.valueOf(part[0]), part -> Long.valueOf(part[1]), Math::min, TreeMap::new)));
    }

    /** URL-safe. */
    @Override
    public String toString() {
        return before.entrySet().stream().map(SearchCursor::part).collect(Collectors.joining("_"));
    }

    private static String part(Map.Entry<Integer, Long> entry) {
        return entry.getKey() + "." + entry.getValue();
    }
}
