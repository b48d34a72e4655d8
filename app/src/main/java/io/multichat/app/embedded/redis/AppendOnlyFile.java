package io.multichat.app.embedded.redis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of Redis on disk: {@code appendonly.aof}, or {@code appendonlydir} from Redis 7.0 on. All of it can be rebuilt from the
 * topics, so a damaged one need not be repaired.
 *
 * @param files the files of this Redis
 * @param logged how long the log was before this start
 */
record AppendOnlyFile(RedisFiles files, long logged) {
    private static final Logger LOG = LoggerFactory.getLogger(AppendOnlyFile.class);
    private static final List<String> NAMES = List.of("appendonly.aof", "appendonlydir");

    /** Redis names the file in its last words, in several wordings. */
    private static final Pattern COMPLAINT = Pattern.compile("append only|AOF", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_COMPLAINT = 64 * 1024;

    /** Call this before Redis starts. */
    static AppendOnlyFile of(RedisFiles files) throws IOException {
        return new AppendOnlyFile(files, Files.exists(files.log()) ? Files.size(files.log()) : 0);
    }

    /**
     * Sets the data aside if Redis could not read it, so that Redis starts empty and its sink fills it again.
     *
     * @return whether it was set aside
     */
    boolean setAsideIfDamaged() throws IOException {
        if (!COMPLAINT.matcher(newInLog()).find()) {
            return false;
        }
        boolean moved = false;
        for (String name : NAMES) {
            Path data = files.directory().resolve(name);
            if (Files.exists(data)) {
                Path aside =
                        data.resolveSibling(name + ".damaged-" + Instant.now().toEpochMilli());
                Files.move(data, aside);
                LOG.warn(
                        "Redis cannot read {}; it was moved to {}, and Redis is filled again from the topics",
                        data,
                        aside);
                moved = true;
            }
        }
        return moved;
    }

    private String newInLog() throws IOException {
        try (FileChannel log = FileChannel.open(files.log(), StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate((int) Math.min(log.size() - logged, LONGEST_COMPLAINT));
            log.read(text, log.size() - text.capacity());
            return StandardCharsets.ISO_8859_1.decode(text.flip()).toString();
        }
    }
}
