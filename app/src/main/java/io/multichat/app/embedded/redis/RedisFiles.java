package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The files of the Redis started by {@code dev}. The configuration uses relative paths, so that no path needs quoting.
 *
 * @param directory Redis' working directory
 */
record RedisFiles(Path directory) {
    Path configuration() {
        return directory.resolve("redis.conf");
    }

    /** Grows by a few lines with each start. Also holds what the executable prints before it reads its configuration. */
    Path log() {
        return directory.resolve("redis.log");
    }

    /** Whether a Redis of version 7.0 or newer has written this directory. */
    boolean hasAppendOnlyFolder() {
        return Files.exists(directory.resolve("appendonlydir"));
    }

    void writeConfiguration(LoopbackPort port) throws IOException {
        Files.writeString(configuration(), String.format(Locale.ROOT, """
                # Written at each start of multichat dev.
                bind %s
                port %d
                daemonize no
                dir ./
                pidfile redis.pid
                logfile redis.log
                # Written to disk within a second; no snapshots.
                appendonly yes
                appendfsync everysec
                save ""
                # Conversations expire by time. When memory is full, writes fail instead of evicting others.
                maxmemory-policy noeviction
                """, LoopbackPort.HOST, port.number()));
    }

    /** The port of the last run; empty before the first. */
    OptionalInt configuredPort() throws IOException {
        if (!Files.exists(configuration())) {
            return OptionalInt.empty();
        }
        try (Stream<String> lines = Files.lines(configuration())) {
            return lines.filter(line -> line.startsWith("port "))
                    .mapToInt(line -> Integer.parseInt(line.substring("port ".length())))
                    .findFirst();
        }
    }

    /**
     * The running process that the pid file names; empty when there is no such file or process. Redis removes the file in
     * an orderly shutdown.
     */
    Optional<ProcessHandle> recordedProcess() throws IOException {
        Path pidFile = directory.resolve("redis.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).strip();
        return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }
}
