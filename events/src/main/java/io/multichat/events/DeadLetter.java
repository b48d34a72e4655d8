package io.multichat.events;

import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The reason and origin of a rejected record: the headers {@code mc-*} of a record of {@code chat-dead-letters}. Headers are
 * ASCII: other characters in the detail are written as JSON escapes, and the detail is truncated to about 500 characters.
 *
 * @param reason {@code mc-reason}: the reason
 * @param detail {@code mc-detail}: one line for people; reading does not undo the escapes
 * @param source {@code mc-source-topic}, {@code mc-source-partition}, {@code mc-source-offset}: the origin of the record
 * @param time {@code mc-time}: the time of the rejection in UTC milliseconds, written as RFC 3339
 * @param sha256 {@code mc-sha256}: the SHA-256 of the complete value in hex, if the dead letter holds only its beginning
 */
public record DeadLetter(RejectReason reason, String detail, Source source, long time, Optional<String> sha256) {
    private static final String REASON = "mc-reason";
    private static final String DETAIL = "mc-detail";
    private static final String SOURCE_TOPIC = "mc-source-topic";
    private static final String SOURCE_PARTITION = "mc-source-partition";
    private static final String SOURCE_OFFSET = "mc-source-offset";
    private static final String TIME = "mc-time";
    private static final String SHA_256 = "mc-sha256";
    private static final int MAX_DETAIL = 500;

    /**
     * The coordinates of the rejected record.
     *
     * @param topic the topic
     * @param partition the partition
     * @param offset the offset
     */
    public record Source(String topic, int partition, long offset) {}

    /** Writes the headers, replacing existing headers of the same names. */
    public void writeTo(Headers headers) {
        AsciiHeaders.set(headers, REASON, reason.code());
        AsciiHeaders.set(headers, DETAIL, ascii(detail));
        AsciiHeaders.set(headers, SOURCE_TOPIC, source.topic());
        AsciiHeaders.set(headers, SOURCE_PARTITION, Integer.toString(source.partition()));
        AsciiHeaders.set(headers, SOURCE_OFFSET, Long.toString(source.offset()));
        AsciiHeaders.set(headers, TIME, Rfc3339.format(time));
        headers.remove(SHA_256);
        sha256.ifPresent(hash -> AsciiHeaders.set(headers, SHA_256, hash));
    }

    /**
     * Reads the headers.
     *
     * @throws InvalidEventException if a header is missing or malformed; the message names it
     */
    public static DeadLetter readFrom(Headers headers) {
        return new DeadLetter(
                AsciiHeaders.get(headers, REASON)
                        .flatMap(RejectReason::ofCode)
                        .orElseThrow(() -> AsciiHeaders.malformed(REASON)),
                AsciiHeaders.get(headers, DETAIL).orElse(""),
                new Source(
                        AsciiHeaders.get(headers, SOURCE_TOPIC).orElseThrow(() -> AsciiHeaders.malformed(SOURCE_TOPIC)),
                        partition(headers),
                        AsciiHeaders.number(headers, SOURCE_OFFSET)),
                time(headers),
                AsciiHeaders.get(headers, SHA_256));
    }

    private static int partition(Headers headers) {
        long partition = AsciiHeaders.number(headers, SOURCE_PARTITION);
        if (partition < 0 || partition > Integer.MAX_VALUE) {
            throw AsciiHeaders.malformed(SOURCE_PARTITION);
        }
        return (int) partition;
    }

    private static long time(Headers headers) {
        try {
            return Rfc3339.parse(AsciiHeaders.get(headers, TIME).orElse(""));
        } catch (DateTimeException e) {
            throw AsciiHeaders.malformed(TIME);
        }
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && ascii.length() < MAX_DETAIL; i++) {
            char next = text.charAt(i);
            if (next >= ' ' && next <= '~') {
                ascii.append(next);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            }
        }
        return ascii.toString();
    }
}
