package io.multichat.reading.search;

import io.multichat.events.text.WholeNumbers;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The point at which a search continues. Stable while messages arrive: no message appears on two pages.
 *
 * @param before the row to continue before, by number of the file; contains the files that already contributed hits
 */
public record SearchCursor(SortedMap<Integer, Long> before) {
    private static final Pattern TEXT = Pattern.compile("[0-9]{1,9}\\.[0-9]{1,18}(_[0-9]{1,9}\\.[0-9]{1,18}){0,9999}+");

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not a search cursor
     */
    public static SearchCursor parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a search cursor has the form file.row, several joined by _");
        }
        return new SearchCursor(Arrays.stream(text.split("_"))
                .map(part -> part.split("\\."))
                .collect(Collectors.toMap(
                        part -> WholeNumbers.parseInt(part[0]),
                        part -> WholeNumbers.parseLong(part[1]),
                        Math::min,
                        TreeMap::new)));
    }

    /** The cursor as URL-safe text. */
    @Override
    public String toString() {
        return before.entrySet().stream().map(SearchCursor::part).collect(Collectors.joining("_"));
    }

    private static String part(Map.Entry<Integer, Long> entry) {
        return entry.getKey() + "." + entry.getValue();
    }
}
