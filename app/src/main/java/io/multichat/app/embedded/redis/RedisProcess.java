package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** One run of a {@code redis-server}, as a child process. */
final class RedisProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RedisProcess.class);

    /** Long, since Redis reads its append-only file, which may be large, before it answers. */
    private static final long START_TIMEOUT_S = 120;

    private static final long POLL_MS = 20;

    /** The exit code of {@code setsid} for an executable that cannot be run. */
    private static final int CANNOT_EXECUTE = 126;

    private static final int BUSY_ATTEMPTS = 20;
    private static final long BUSY_MS = 100;
    private static final long END_TIMEOUT_S = 10;

    private final Process process;
    private final LoopbackPort port;
    private final RedisFiles files;
    private final LocalRedis client;

    private RedisProcess(Process process, LoopbackPort port, RedisFiles files) throws IOException {
        this.process = process;
        this.port = port;
        this.files = files;
        this.client = new LocalRedis(port.number(), files.password());
    }

    /**
     * Starts Redis and returns when it answers. An append-only file that Redis cannot read is set aside first.
     *
     * @throws EmbeddedStartException if the port is in use, if there is no executable for this machine, or if Redis does not
     *     start
     */
    static RedisProcess start(RedisFiles files, LoopbackPort port) {
        try {
            RedisOrphan.end(files);
            port.requireFree();
            files.writeConfiguration(port);
            AppendOnlyFile data = AppendOnlyFile.of(files);
            try {
                return launch(files, port);
            } catch (EmbeddedStartException e) {
                if (!data.setAsideIfDamaged()) {
                    throw e;
                }
                return launch(files, port);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("Redis cannot be started in " + files.directory() + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while Redis started in " + files.directory(), e);
        }
    }

    /**
     * Launches Redis in a session of its own where possible. Ctrl-C at a terminal would otherwise end it before the parts
     * that write to it.
     */
    private static RedisProcess launch(RedisFiles files, LoopbackPort port) throws IOException, InterruptedException {
        Path executable = RedisExecutable.find(files, RedisExecutable.onPath("redis-server"));
        List<String> command = new ArrayList<>();
        RedisExecutable.onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.add(executable.toAbsolutePath().toString());
        command.add(files.configuration().getFileName().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(files.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        for (int attempt = 1; ; attempt++) {
            RedisProcess redis = new RedisProcess(builder.start(), port, files);
            try {
                redis.awaitReady();
                return redis;
            } catch (EmbeddedStartException e) {
                if (!redis.mayHaveBeenBusy() || attempt == BUSY_ATTEMPTS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(BUSY_MS);
            }
        }
    }

    /**
     * True if the executable could not be run. A file that was just unpacked is busy while a process that another thread has started
     * in the meantime still holds it open for writing.
     */
    private boolean mayHaveBeenBusy() {
        return !process.isAlive() && process.exitValue() == CANNOT_EXECUTE;
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
        return client.isReady()
                && client.identity()
                        .filter(found -> found.pid() == process.pid())
                        .isPresent();
    }

    /** False once Redis has stopped, for any reason. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Shuts Redis down and waits for its end. Calling it again has no effect. */
    void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            client.shutDown();
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
