package io.multichat.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Record headers with ASCII values. */
final class AsciiHeaders {
    private AsciiHeaders() {}

    /** Sets a header; what an incoming record claimed under the same name is replaced. */
    static void set(Headers headers, String name, String value) {
        set(headers, name, value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sets a header; the value belongs to the header from now on. */
    static void set(Headers headers, String name, byte[] value) {
        remove(headers, name);
        headers.add(name, value);
    }

    static void remove(Headers headers, String name) {
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
    }

    /** The last value of that name; empty when there is none. */
    static Optional<String> get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }

    /** @throws InvalidEventException when the header is missing or not a whole number of 64 bits */
    static long number(Headers headers, String name) {
        try {
            return Long.parseLong(get(headers, name).orElse(""));
        } catch (NumberFormatException e) {
            throw malformed(name);
        }
    }

    static InvalidEventException malformed(String name) {
        return new InvalidEventException(RejectReason.INVALID_VALUE, "the header " + name + " is missing or malformed");
    }
}
