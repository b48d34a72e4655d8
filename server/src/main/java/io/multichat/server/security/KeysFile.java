package io.multichat.server.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of API keys, one on each line; empty lines and those that begin with {@code #} are ignored. It is read again when it changes,
 * so keys can be added and withdrawn without a restart. While it is missing or invalid, the last valid keys remain. Thread-safe.
 */
public final class KeysFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeysFile.class);

    private final Path file;
    private Optional<FileStamp> readAt = Optional.empty();
    private List<ApiKey> keys;
    private String problem = "";

    /** @throws IllegalStateException if the file cannot be read, holds an invalid line or no key at all */
    public KeysFile(Path file) {
        this.file = file;
        try {
            readAt = stamp();
            keys = read();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the file of API keys " + problemOf(e), e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "the file of API keys " + file + " holds no key; make one with `multichat key`");
        }
    }

    /** The keys that are in the file now. */
    synchronized List<ApiKey> keys() {
        try {
            Optional<FileStamp> now = Optional.of(FileStamp.of(file));
            if (!now.equals(readAt)) {
                keys = read();
                readAt = now.filter(stamp -> !stamp.isTooFresh());
                problem = "";
            }
        } catch (IOException | IllegalArgumentException e) {
            warn(problemOf(e));
        }
        return keys;
    }

    private Optional<FileStamp> stamp() throws IOException {
        return Optional.of(FileStamp.of(file)).filter(stamp -> !stamp.isTooFresh());
    }

    private List<ApiKey> read() throws IOException {
        List<ApiKey> found = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                try {
                    found.add(ApiKey.parse(text));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return List.copyOf(found);
    }

    private String problemOf(Exception cause) {
        return cause instanceof IllegalArgumentException
                ? file + " is not valid: " + cause.getMessage()
                : file + " cannot be read: " + cause;
    }

    /** Logs a problem once, not with every request. */
    private void warn(String now) {
        if (!now.equals(problem)) {
            problem = now;
            LOG.warn("the last valid API keys still apply; the file of API keys {}", now);
        }
    }
}
