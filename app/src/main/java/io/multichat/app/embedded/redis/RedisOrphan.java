package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis that is still running after the {@code dev} that started it was killed. Two on one directory would corrupt each
 * other's files.
 */
final class RedisOrphan {
    private static final Logger LOG = LoggerFactory.getLogger(RedisOrphan.class);
    private static final long END_TIMEOUT_S = 30;
    private static final long POLL_MS = 20;

    private RedisOrphan() {}

    /**
     * Shuts down the orphan of this directory, if any, and waits for its end. It is the Redis on the last configured port if it
     * reports this directory and takes this password; the pid file may be damaged.
     *
     * @throws EmbeddedStartException if it does not end
     */
    static void end(RedisFiles files) throws IOException, InterruptedException {
        OptionalInt port = files.configuredPort();
        if (port.isEmpty()) {
            return;
        }
        LocalRedis redis = new LocalRedis(port.getAsInt(), files.password());
        Path directory = files.directory().toRealPath();
        Optional<LocalRedis.Identity> orphan =
                redis.identity().filter(found -> found.directory().equals(directory));
        if (orphan.isEmpty()) {
            return;
        }
        long pid = orphan.get().pid();
        LOG.info(
                "Shutting down the Redis (pid {}) that a killed multichat dev left running on {}",
                pid,
                files.directory());
        try {
            redis.shutDown();
        } catch (JedisException e) {
            throw new EmbeddedStartException(remains(files, pid), e);
        }
        awaitEnd(files, redis, pid);
    }

    /** Waits until the port is closed and the pid file names no process; an unreaped process would seem alive forever. */
    private static void awaitEnd(RedisFiles files, LocalRedis redis, long pid)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        while (files.recordedProcess().isPresent() || redis.identity().isPresent()) {
            if (System.nanoTime() - started > TimeUnit.SECONDS.toNanos(END_TIMEOUT_S)) {
                throw new EmbeddedStartException(remains(files, pid));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static String remains(RedisFiles files, long pid) {
        return "the Redis (pid " + pid + ") that a killed multichat dev left running on " + files.directory()
                + " does not stop; run kill " + pid + " and start again";
    }
}
