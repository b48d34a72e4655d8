package io.multichat.topology.ingest;

import io.multichat.events.Placement;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The header names {@code mc} and {@code mc-*}. Readers trust these headers, so only Multichat may set them. */
public final class ReservedHeaders {
    private static final String PREFIX = "mc-";

    private ReservedHeaders() {}

    /** Removes headers with reserved names, set by a publisher or by the replay of a dead letter. */
    public static void removeFrom(Headers headers) {
        Set<String> reserved = Set.of();
        for (Header header : headers) {
            if (header.key().startsWith(PREFIX) || header.key().equals(Placement.HEADER)) {
                reserved = reserved.isEmpty() ? new HashSet<>() : reserved;
                reserved.add(header.key());
            }
        }
        reserved.forEach(headers::remove);
    }
}
