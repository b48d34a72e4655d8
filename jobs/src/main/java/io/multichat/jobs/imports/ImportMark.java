package io.multichat.jobs.imports;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;

/**
 * The header that identifies the records of one import. Its name has no {@code mc-} prefix, because the topology removes such
 * headers.
 *
 * @param id random, in ASCII
 */
record ImportMark(String id) implements Header {
    /** The name of the header. */
    static final String KEY = "import-id";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public byte[] value() {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
