package io.multichat.reading.letters;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the next page of dead letters begins.
 *
 * @param ends by partition, the offset before which the page reads
 */
public record DeadLetterCursor(SortedMap<Integer, Long> ends) {
    private static final String SEPARATOR = "_";

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not a cursor of dead letters
     */
    public static DeadLetterCursor parse(String text) {
        SortedMap<Integer, Long> ends = new TreeMap<>();
        for (String end : Arrays.asList(text.split(SEPARATOR, -1))) {
            DeadLetterId id = DeadLetterId.parse(end);
            ends.put(id.partition(), id.offset());
        }
        return new DeadLetterCursor(ends);
    }

    /** The cursor as URL-safe text. */
    @Override
    public String toString() {
        return ends.entrySet().stream().map(DeadLetterCursor::text).collect(Collectors.joining(SEPARATOR));
    }

    private static String text(Map.Entry<Integer, Long> end) {
        return new DeadLetterId(end.getKey(), end.getValue()).toString();
    }
}
