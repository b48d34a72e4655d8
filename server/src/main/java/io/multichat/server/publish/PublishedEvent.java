package io.multichat.server.publish;

import io.multichat.events.text.WholeNumbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a published event.
 *
 * @param topic the input topic
 * @param partition the partition
 * @param offset the offset
 */
public record PublishedEvent(String topic, int partition, long offset) {
    // A topic's name has no @ and may have hyphens.
    private static final Pattern TOKEN = Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,10})@([0-9]{1,19})");

    /**
     * Parses a token.
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static PublishedEvent parse(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it must be a token of a published event, topic-partition@offset");
        }
        return new PublishedEvent(
                parts.group(1), WholeNumbers.parseInt(parts.group(2)), WholeNumbers.parseLong(parts.group(3)));
    }

    /** The place as a token, {@code topic-partition@offset}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
