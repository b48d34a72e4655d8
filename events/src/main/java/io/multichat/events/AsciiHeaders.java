package io.multichat.events;

import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Reads and writes record headers with ASCII values. */
final class AsciiHeaders {
    private AsciiHeaders() {}

    /** Sets a header and replaces any existing header of that name. */
    static void set(Headers headers, String name, String value) {
        set(headers, name, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sets a header. The caller must not modify the value afterwards. */
    static void set(Headers headers, String name, byte[] value) {
        remove(headers, name);
        headers.add(name, value);
    }

    static void remove(Headers headers, String name) {
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
    }

    /** The last value of a header; empty if there is none. */
    static Optional<String> get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }

    /**
     * The value of a numeric header.
     *
     * @throws InvalidEventException if the header is missing or not a 64-bit integer
     */
    static long number(Headers headers, String name) {
        try {
            return WholeNumbers.parseLong(get(headers, name).orElse(""));
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    static InvalidEventException malformed(String name) {
        return new InvalidEventException(RejectReason.INVALID_VALUE, "the header " + name + " is missing or malformed");
    }
}
