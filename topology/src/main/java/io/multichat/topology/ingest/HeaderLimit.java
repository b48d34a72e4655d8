package io.multichat.topology.ingest;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/** The cap on incoming headers, so that no accepted event is ever too large to be forwarded with Multichat's own. */
public final class HeaderLimit {
    /** The most that the headers of an incoming record may have: names, values and {@link #FRAME_BYTES} each. */
    static final int MAX_BYTES = 32 << 10;

    /** What a header takes at most beside its name and value: their lengths. Many empty headers are large, too. */
    static final int FRAME_BYTES = 8;

    private HeaderLimit() {}

    /** What headers take at most. */
    public static int bytes(Headers headers) {
        int bytes = 0;
        for (Header header : headers) {
            bytes += FRAME_BYTES + Utils.utf8Length(header.key());
            bytes += header.value() == null ? 0 : header.value().length;
        }
        return bytes;
    }
}
