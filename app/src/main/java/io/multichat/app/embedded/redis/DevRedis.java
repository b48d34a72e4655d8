package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The Redis that {@code dev} runs: a {@code redis-server} as a child process on 127.0.0.1. Start and close are for one thread,
 * the rest for any.
 */
public final class DevRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DevRedis.class);

    /** Long, since Redis reads its append-only file, which may be large, before it answers. */
    private static final long START_TIMEOUT_S = 120;

    private static final long POLL_MS = 20;
    private static final long END_TIMEOUT_S = 10;

    private final Process process;
    private final LoopbackPort port;
    private final RedisFiles files;

    private DevRedis(Process process, LoopbackPort port, RedisFiles files) {
        this.process = process;
        this.port = port;
        this.files = files;
    }

    /** The address of a Redis on this port. */
    public static URI uri(int redisPort) {
        return URI.create("redis://" + LoopbackPort.HOST + ":" + redisPort);
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
            Files.createDirectories(directory);
            RedisOrphan.end(files);
            port.requireFree();
            files.writeConfiguration(port);
            Path executable = RedisExecutable.find(files, RedisExecutable.onPath("redis-server"));
            DevRedis redis = new DevRedis(launch(executable, files), port, files);
            redis.awaitReady();
            return redis;
        } catch (IOException e) {
            throw new EmbeddedStartException("Redis cannot be started in " + directory + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while Redis started in " + directory, e);
        }
    }

    /**
     * Launches Redis in a session of its own where possible. Ctrl-C at a terminal would otherwise end it before the parts
     * that write to it.
     */
    private static Process launch(Path executable, RedisFiles files) throws IOException {
        List<String> command = new ArrayList<>();
        RedisExecutable.onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.add(executable.toAbsolutePath().toString());
        command.add(files.configuration().getFileName().toString());
        return new ProcessBuilder(command)
                .directory(files.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
    }

    private void awaitReady() throws InterruptedException {
        long started = System.nanoTime();
        try {
            while (!answersAsItself()) {
                if (process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                    throw new EmbeddedStartException(
                            "Redis exited with code " + process.exitValue() + "; see " + files.log());
                }
                if (System.nanoTime() - started > TimeUnit.SECONDS.toNanos(START_TIMEOUT_S)) {
                    throw new EmbeddedStartException("Redis did not answer on " + port.address() + " within "
                            + START_TIMEOUT_S + " s; see " + files.log());
                }
            }
        } catch (EmbeddedStartException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** False also when another Redis took the port after it was checked; this one is then about to end. */
    private boolean answersAsItself() {
        LocalRedis redis = new LocalRedis(port.number());
        return redis.isReady()
                && redis.identity()
                        .filter(found -> found.pid() == process.pid())
                        .isPresent();
    }

    public URI uri() {
        return uri(port.number());
    }

    /** False once Redis has stopped, for any reason. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Shuts Redis down and waits for its end. Calling it again has no effect. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            new LocalRedis(port.number()).shutDown();
        } catch (JedisException e) {
            LOG.warn("Redis did not shut down when asked; terminating it", e);
            process.destroy();
        }
        try {
            if (!process.waitFor(END_TIMEOUT_S, TimeUnit.SECONDS)) {
                LOG.warn("Redis did not end within {} s; killing it", END_TIMEOUT_S);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
