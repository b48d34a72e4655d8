package io.multichat.jobs.wait;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.header.Header;

/**
 * The header that identifies the records of one run of a job.
 *
 * @param key its name, which has no {@code mc-} prefix, because the topology removes such headers
 * @param id random, in ASCII
 */
public record RunMark(String key, String id) implements Header {
    /** A mark that no other run has. */
    public static RunMark random(String key) {
        return new RunMark(key, UUID.randomUUID().toString());
    }

    @Override
    public byte[] value() {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
