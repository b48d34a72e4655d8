package io.multichat.events.erasure;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The header by which an import counts what became of its records. Its value is random, so it is the only one that the dead letter of an
 * erased event keeps.
 */
public final class ImportHeader {
    public static final String KEY = "import-id";

    private ImportHeader() {}

    /** This header among others; empty if there is none, or if a publisher put something else into it. */
    public static Optional<Header> among(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(KEY)).filter(header -> isRandomId(header.value()));
    }

    private static boolean isRandomId(byte[] value) {
        if (value == null) {
            return false;
        }
        String id = new String(value, StandardCharsets.ISO_8859_1);
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
