package io.multichat.topology.ingest;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The limit on incoming headers, so that an accepted event always fits into an output record with Multichat's own headers. */
public final class HeaderLimit {
    /** Maximum size of the headers of an incoming record: names, values and {@link #FRAME_BYTES} for each header. */
    static final int MAX_BYTES = 32 << 10;

    /** Upper bound for the two length fields of a header; without it, many empty headers would seem small. */
    static final int FRAME_BYTES = 8;

    private HeaderLimit() {}

    /** Upper bound for the size of these headers in a record, in bytes. */
    public static int bytes(Headers headers) {
        int bytes = 0;
        for (Header header : headers) {
            bytes += FRAME_BYTES + header.key().getBytes(StandardCharsets.UTF_8).length;
            bytes += header.value() == null ? 0 : header.value().length;
        }
        return bytes;
    }
}
