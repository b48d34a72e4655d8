package io.multichat.app.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.embedded.DiskSpace;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of a running {@code dev}, in a file of its data directory where other commands find them:
 *
 * <pre>{@code
 * {
 *   "pid" : 4711,
 *   "bootstrapServers" : "127.0.0.1:9092",
 *   "server" : "http://127.0.0.1:8080",
 *   "redis" : "redis://127.0.0.1:6379",
 *   "sinkGroups" : [ "connect-multichat-redis", "connect-multichat-sqlite", "connect-multichat-archive" ],
 *   "settings" : { "input.topics" : "chat-messages", "archive.dir" : "/data/archive" }
 * }
 * }</pre>
 *
 * <p>Only its owner can read the file, since the Redis URI may contain a password.
 *
 * @param pid the process id of {@code dev}
 * @param bootstrapServers the broker, {@code host:port}
 * @param server the base URL of the HTTP API
 * @param redis the {@code redis.uri} of the Redis sink
 * @param sinkGroups the sinks' consumer groups, whose committed offsets are the sinks' progress
 * @param settings the settings that other commands must share, as text by key; empty when an older {@code dev} wrote the file
 */
public record RunFile(
        long pid,
        String bootstrapServers,
        URI server,
        String redis,
        List<String> sinkGroups,
        Map<String, String> settings) {
    /** Indented, since people read the file; tolerant, since a newer {@code dev} may write more fields. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RunFile {
        sinkGroups = sinkGroups == null ? List.of() : List.copyOf(sinkGroups);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /** The run file of the {@code dev} on this data directory; empty when none runs there. */
    public static Optional<RunFile> find(DataLayout layout) {
        try {
            return Optional.of(read(layout));
        } catch (DevNotRunningException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the run file of the {@code dev} on this data directory.
     *
     * @throws DevNotRunningException if no {@code dev} runs there, if it was killed, or if its run file cannot be read
     */
    public static RunFile read(DataLayout layout) {
        Path file = layout.runFile();
        try {
            if (!Files.exists(file)) {
                throw notRunning(
                        layout,
                        "no multichat dev is running on data directory " + layout.root()
                                + "; start one, or name another target with --data-dir, --server or --bootstrap-servers");
            }
            RunFile run = JSON.readValue(file.toFile(), RunFile.class);
            if (run == null || run.bootstrapServers() == null || run.server() == null) {
                throw new DevNotRunningException(file + " is damaged; restart multichat dev to write it again");
            }
            if (!DirectoryLock.isHeld(layout.lockFile())) {
                throw notRunning(
                        layout,
                        "the multichat dev (pid " + run.pid() + ") on data directory " + layout.root()
                                + " was killed; start it again to continue with the same data");
            }
            return run;
        } catch (JsonProcessingException e) {
            throw new DevNotRunningException(
                    file + " is not a run file (" + e.getOriginalMessage()
                            + "); restart multichat dev to write it again",
                    e);
        } catch (IOException e) {
            throw new DevNotRunningException(file + " cannot be read (" + e + ")", e);
        }
    }

    /** It has probably ended because its disk is full, and cannot start before there is space. */
    private static DevNotRunningException notRunning(DataLayout layout, String otherwise) {
        return new DevNotRunningException(new DiskSpace(layout.root()).problem().orElse(otherwise));
    }

    /**
     * Writes the file atomically, so that a reader sees all of it or nothing. Call this once everything is listening;
     * {@link #remove} is the counterpart.
     *
     * @throws EmbeddedStartException if the file cannot be written
     */
    public void write(DataDirectory directory) {
        Path file = directory.layout().runFile();
        try {
            PrivateFiles.write(file, JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new EmbeddedStartException(file + " cannot be written (" + e + ")", e);
        }
    }

    /** Removes the file of this data directory, if any. Call it before anything stops listening. */
    public static void remove(DataDirectory directory) throws IOException {
        Files.deleteIfExists(directory.layout().runFile());
    }
}
