package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The files of a Redis that {@code dev} runs. The configuration names the others relative to the directory, so that no
 * path needs quoting.
 *
 * @param directory Redis' working directory
 */
record RedisFiles(Path directory) {
    Path configuration() {
        return directory.resolve("redis.conf");
    }

    /** Grows by a few lines a start; what the executable says before it reads its configuration is there too. */
    Path log() {
        return directory.resolve("redis.log");
    }

    /** Whether a Redis of 7.0 or newer has been here. */
    boolean hasAppendOnlyFolder() {
        return Files.exists(directory.resolve("appendonlydir"));
    }

    void writeConfiguration(LoopbackPort port) throws IOException {
        Files.writeString(configuration(), """
                # Written at each start of multichat dev.
                bind %s
                port %d
                daemonize no
                dir ./
                pidfile redis.pid
                logfile redis.log
                # On disk within a second, and no snapshots beside that.
                appendonly yes
                appendfsync everysec
                save ""
                # Conversations expire by time; writes fail rather than push others out.
                maxmemory-policy noeviction
                """.formatted(LoopbackPort.HOST, port.number()));
    }

    /** The port that the last run was configured with. */
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
     * The process that the pid file names, if there is such a file and such a process; Redis removes it when it ends in
     * order.
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
