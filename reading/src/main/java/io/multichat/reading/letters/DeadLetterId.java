package io.multichat.reading.letters;

import io.multichat.events.text.WholeNumbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a dead letter in its topic, written as {@code partition-offset}.
 *
 * @param partition the partition
 * @param offset the offset
 */
public record DeadLetterId(int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})-([0-9]{1,18})");

    /**
     * Parses the text that {@link #toString()} returns.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static DeadLetterId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the id of a dead letter has the form partition-offset, such as 0-17");
        }
        return new DeadLetterId(WholeNumbers.parseInt(matcher.group(1)), WholeNumbers.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
