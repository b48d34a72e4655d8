package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The Redis that a {@code dev} writes to: one that it runs itself, or one that runs elsewhere and that it leaves alone.
 */
public sealed interface DevRedis extends AutoCloseable permits ConfiguredRedis, RedisProcess {
    /** For a Redis that runs elsewhere; starts nothing and asks nothing. */
    static DevRedis configured(URI uri) {
        return new ConfiguredRedis(uri);
    }

    /**
     * Starts a Redis as a child process on 127.0.0.1 and returns when it answers: the {@code redis-server} on the
     * {@code PATH} if there is one of 6.2 or newer, else the one that Multichat carries. It keeps its data over a stop
     * and over a kill; when the machine itself goes down, the last second may be missing. A Redis that a killed {@code
     * dev} has left on this directory is shut down first.
     *
     * @param directory for this Redis alone; created where it is missing
     * @param redisPort 1 to 65535
     * @throws EmbeddedStartException if the port is in use, or there is no executable for this machine, or Redis does
     *     not start
     */
    static DevRedis start(Path directory, int redisPort) {
        return RedisProcess.start(directory, redisPort);
    }

    URI uri();

    /**
     * False from the moment that a Redis started here has ended, for whatever reason; always true for one that runs
     * elsewhere.
     */
    boolean isAlive();

    /**
     * Shuts a Redis started here down and waits for its end; does nothing to one that runs elsewhere. May be repeated.
     */
    @Override
    void close();
}
