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

/** A {@code redis-server} as a child process. Start and close are for one thread, the rest for any. */
public final class RedisProcess implements DevRedis {
    private static final Logger LOG = LoggerFactory.getLogger(RedisProcess.class);

    /** Long, since a large append-only file is read before the first answer. */
    private static final long START_TIMEOUT_S = 120;

    private static final long POLL_MS = 20;
    private static final long END_TIMEOUT_S = 10;

    private final Process process;
    private final LoopbackPort port;
    private final RedisFiles files;

    private RedisProcess(Process process, LoopbackPort port, RedisFiles files) {
        this.process = process;
        this.port = port;
        this.files = files;
    }

    /** As {@link DevRedis#start}. */
    static RedisProcess start(Path directory, int redisPort) {
        LoopbackPort port = new LoopbackPort(redisPort, "--redis-port");
        RedisFiles files = new RedisFiles(directory);
        try {
            Files.createDirectories(directory);
            RedisOrphan.end(files);
            port.requireFree();
            files.writeConfiguration(port);
            RedisProcess redis = new RedisProcess(launch(RedisExecutable.find(files), files), port, files);
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
     * In a session of its own where possible, since Ctrl-C at a terminal would end it before what writes to it has
     * ended.
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
                            "Redis ended with exit code " + process.exitValue() + "; see " + files.log());
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

    /** Somebody else's Redis may have taken the port after it was looked at; then this one is about to end. */
    private boolean answersAsItself() {
        LocalRedis redis = new LocalRedis(port.number());
        return redis.isReady()
                && redis.identity()
                        .filter(found -> found.pid() == process.pid())
                        .isPresent();
    }

    @Override
    public URI uri() {
        return URI.create("redis://" + port.address());
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            new LocalRedis(port.number()).shutDown();
        } catch (JedisException e) {
            LOG.warn("Redis does not shut down when asked, so it is terminated", e);
            process.destroy();
        }
        try {
            if (!process.waitFor(END_TIMEOUT_S, TimeUnit.SECONDS)) {
                LOG.warn("Redis has not ended after {} s, so it is killed", END_TIMEOUT_S);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
