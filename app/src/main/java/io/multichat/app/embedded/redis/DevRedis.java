package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.LoopbackPort;
import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis that {@code dev} runs: a {@code redis-server} on 127.0.0.1 that demands a password, and that is started again when it
 * ends. Start and close are for one thread, the rest for any.
 */
public final class DevRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DevRedis.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** After a run of this length, a stop counts as the first one. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final LoopbackPort port;
    private final RedisFiles files;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread keeper;
    private volatile RedisProcess process;

    private DevRedis(RedisProcess process, LoopbackPort port, RedisFiles files) {
        this.process = process;
        this.port = port;
        this.files = files;
        this.keeper = new Thread(this::keepRunning, "redis-keeper");
        keeper.setDaemon(true);
    }

    /**
     * The address of a Redis on this directory and port, with its password. Creates the directory and the password when they are
     * missing.
     *
     * @throws EmbeddedStartException if the directory cannot be written
     */
    public static URI uri(Path directory, int redisPort) {
        try {
            PrivateFiles.createDirectories(directory);
            String password = new RedisFiles(directory).password();
            return URI.create("redis://default:" + password + "@" + LoopbackPort.HOST + ":" + redisPort);
        } catch (IOException e) {
            throw new EmbeddedStartException("Redis cannot be started in " + directory + " (" + e + ")", e);
        }
    }

    /**
     * Starts Redis and returns when it answers: the {@code redis-server} on the {@code PATH} if there is one of version 6.2
     * or newer, otherwise the one bundled with Multichat. Its data survive a stop and a kill; when the machine goes down,
     * the last second may be missing. A Redis that a killed {@code dev} left behind on this directory is shut down first.
     *
     * @param directory for this Redis alone; created when missing
     * @param redisPort 1 to 65535
     * @throws EmbeddedStartException if the port is in use, if there is no executable for this machine, or if Redis does not
     *     start
     */
    public static DevRedis start(Path directory, int redisPort) {
        LoopbackPort port = new LoopbackPort(redisPort, "--redis-port");
        RedisFiles files = new RedisFiles(directory);
        try {
            PrivateFiles.createDirectories(directory);
        } catch (IOException e) {
            throw new EmbeddedStartException("Redis cannot be started in " + directory + " (" + e + ")", e);
        }
        DevRedis redis = new DevRedis(RedisProcess.start(files, port), port, files);
        redis.keeper.start();
        return redis;
    }

    /**
     * Shuts down the Redis that a killed {@code dev} left running on this directory, if any.
     *
     * @throws EmbeddedStartException if it does not end
     */
    public static void endOrphan(Path directory) throws IOException {
        try {
            if (Files.exists(directory)) {
                RedisOrphan.end(new RedisFiles(directory));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while Redis was being shut down in " + directory, e);
        }
    }

    private void keepRunning() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                long began = System.nanoTime();
                int exitCode = process.awaitEnd();
                if (closed.getCount() == 0) {
                    return;
                }
                LOG.warn(
                        "Redis exited with code {} and is started again; until then, other stores answer. See {}",
                        exitCode,
                        files.log());
                boolean stable = System.nanoTime() - began > STABLE.toNanos();
                pause = startAgain(stable ? FIRST_PAUSE : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the pause before the next attempt, once Redis runs or this object is closed. */
    private Duration startAgain(Duration firstPause) throws InterruptedException {
        Duration pause = firstPause;
        while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            try {
                process = RedisProcess.start(files, port);
                return pause;
            } catch (EmbeddedStartException e) {
                LOG.info("Redis does not start yet: {}", e.getMessage());
            }
        }
        return pause;
    }

    public URI uri() {
        return uri(files.directory(), port.number());
    }

    /** False while Redis is stopped, for any reason. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Shuts Redis down and waits for its end. Calling it again has no effect. */
    @Override
    public void close() {
        closed.countDown();
        process.close();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // It may have been started again in the meantime.
        process.close();
    }
}
