package io.multichat.topology.ingest;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The names {@code mc-*}, under which a reader of the transcript believes what it finds: nobody else may set them. */
public final class ReservedHeaders {
    private static final String PREFIX = "mc-";

    private ReservedHeaders() {}

    /** Takes away what a publisher, or the replay of a dead letter, set under reserved names. */
    public static void removeFrom(Headers headers) {
        Set<String> reserved = Set.of();
        for (Header header : headers) {
            if (header.key().startsWith(PREFIX)) {
                reserved = reserved.isEmpty() ? new HashSet<>() : reserved;
                reserved.add(header.key());
            }
        }
        reserved.forEach(headers::remove);
    }
}
