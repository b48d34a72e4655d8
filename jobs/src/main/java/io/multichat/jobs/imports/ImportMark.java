package io.multichat.jobs.imports;

import org.apache.kafka.common.header.Header;

/**
 * The header that identifies the records of one import. Its name has no {@code mc-} prefix, because the topology removes such
 * headers.
 *
 * @param value random
 */
record ImportMark(byte[] value) implements Header {
    @Override
    public String key() {
        return "import-id";
    }
}
