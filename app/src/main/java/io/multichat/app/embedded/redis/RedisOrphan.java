package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis that goes on after the {@code dev} that started it was killed. Two on one directory would spoil each other's
 * file.
 */
final class RedisOrphan {
    private static final Logger LOG = LoggerFactory.getLogger(RedisOrphan.class);
    private static final long END_TIMEOUT_S = 30;
    private static final long POLL_MS = 20;

    private RedisOrphan() {}

    /**
     * Shuts the orphan of this directory down, if there is one, and waits for its end. A process counts as such only if
     * the pid file names it and it says itself, on the port of its last configuration, that it is that process and
     * works in this directory: process ids are used again.
     *
     * @throws EmbeddedStartException if it does not end
     */
    static void end(RedisFiles files) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = files.recordedProcess();
        OptionalInt port = files.configuredPort();
        if (process.isEmpty() || port.isEmpty()) {
            return;
        }
        long pid = process.get().pid();
        LocalRedis redis = new LocalRedis(port.getAsInt());
        LocalRedis.Identity expected =
                new LocalRedis.Identity(pid, files.directory().toRealPath());
        if (!redis.identity().equals(Optional.of(expected))) {
            return;
        }
        LOG.info("Shutting down the Redis (pid {}) that a killed multichat dev has left on {}", pid, files.directory());
        try {
            redis.shutDown();
        } catch (JedisException e) {
            throw new EmbeddedStartException(remains(files, pid), e);
        }
        awaitEnd(files, redis, pid);
    }

    /** Redis removes its pid file and then its port; a process that nobody reaps would seem alive for ever. */
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
        return "the Redis (pid " + pid + ") that a killed multichat dev has left on " + files.directory()
                + " does not end; end it with kill " + pid + " and start again";
    }
}
