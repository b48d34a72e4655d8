package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.LoopbackPort;
import io.multichat.app.embedded.PrivateFiles;
import io.multichat.events.text.WholeNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the Redis started by {@code dev}. The configuration uses relative paths, so that no path needs quoting.
 *
 * @param directory Redis' working directory
 */
record RedisFiles(Path directory) {
    private static final String PASSWORD = "password";
    private static final int PASSWORD_BYTES = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PORT = Pattern.compile("(?m)^port ([0-9]{1,5})$");
    private static final Pattern PID = Pattern.compile("[0-9]{1,10}");

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

    /**
     * The password of this Redis: 64 hexadecimal digits, in a file that only its owner can read. Creates it when it is missing or
     * damaged.
     */
    String password() throws IOException {
        Path file = directory.resolve(PASSWORD);
        if (Files.exists(file)) {
            String known = text(file).strip();
            if (HEX.matcher(known).matches()) {
                return known;
            }
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        PrivateFiles.write(file, password + "\n");
        return password;
    }

    /** Writes the configuration, which only its owner can read. */
    void writeConfiguration(LoopbackPort port) throws IOException {
        PrivateFiles.write(
                configuration(), String.format(Locale.ROOT, """
                # Written at each start of multichat dev.
                bind %s
                port %d
                requirepass %s
                # Whoever has the password may read and write data, but not change the server or write files.
                rename-command CONFIG ""
                rename-command DEBUG ""
                rename-command MODULE ""
                rename-command REPLICAOF ""
                rename-command SLAVEOF ""
                daemonize no
                dir ./
                pidfile redis.pid
                logfile redis.log
                # Written to disk within a second; no snapshots.
                appendonly yes
                appendfsync everysec
                save ""
                # So that a search of the files finds what is in them.
                rdbcompression no
                # Conversations expire by time. When memory is full, writes fail instead of evicting others.
                maxmemory-policy noeviction
                """, LoopbackPort.HOST, port.number(), password()));
    }

    /** The port of the last run; empty before the first, or when the configuration is damaged. */
    OptionalInt configuredPort() throws IOException {
        if (!Files.exists(configuration())) {
            return OptionalInt.empty();
        }
        Matcher port = PORT.matcher(text(configuration()));
        return port.find() ? OptionalInt.of(WholeNumbers.parseInt(port.group(1))) : OptionalInt.empty();
    }

    /**
     * The running process that the pid file names; empty when there is no such file or process, or when the file is damaged.
     * Redis removes the file in an orderly shutdown.
     */
    Optional<ProcessHandle> recordedProcess() throws IOException {
        Path pidFile = directory.resolve("redis.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = text(pidFile).strip();
        return PID.matcher(pid).matches() ? ProcessHandle.of(WholeNumbers.parseLong(pid)) : Optional.empty();
    }

    /** Any bytes, since a damaged file may hold any. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
