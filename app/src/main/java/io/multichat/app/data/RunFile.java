package io.multichat.app.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.app.embedded.EmbeddedStartException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a running {@code dev} tells the other commands, as a file in its data directory:
 *
 * <pre>{@code
 * {
 *   "pid" : 4711,
 *   "bootstrapServers" : "127.0.0.1:9092",
 *   "server" : "http://127.0.0.1:8080",
 *   "redis" : "redis://127.0.0.1:6379",
 *   "sinkGroups" : [ "connect-multichat-redis", "connect-multichat-sqlite", "connect-multichat-archive" ]
 * }
 * }</pre>
 *
 * <p>The file is readable by its owner alone, since the Redis address may carry a password.
 *
 * @param pid the process that listens
 * @param bootstrapServers the broker, {@code host:port}
 * @param server the base address of the HTTP API
 * @param redis where the Redis sink writes
 * @param sinkGroups the sinks' consumer groups, whose committed offsets tell how far each sink is
 */
public record RunFile(long pid, String bootstrapServers, URI server, URI redis, List<String> sinkGroups) {
    /** Indented, as people look at the file; tolerant, as a newer {@code dev} may write more. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RunFile {
        sinkGroups = List.copyOf(sinkGroups);
    }

    /**
     * Reads what the {@code dev} on this data directory listens on.
     *
     * @throws DevNotRunningException if none ran there, if it was killed, or if its run file cannot be read
     */
    public static RunFile read(DataLayout layout) {
        Path file = layout.runFile();
        try {
            if (!Files.exists(file)) {
                throw new DevNotRunningException("no multichat dev is running on data directory " + layout.root()
                        + "; start one, or say where to connect with --data-dir, --server or --bootstrap-servers");
            }
            RunFile run = JSON.readValue(file.toFile(), RunFile.class);
            if (!DirectoryLock.isHeld(layout.lockFile())) {
                throw new DevNotRunningException("the multichat dev (pid " + run.pid() + ") on data directory "
                        + layout.root() + " was killed; start it again, it goes on where it was");
            }
            return run;
        } catch (JsonProcessingException e) {
            throw new DevNotRunningException(file + " is not a run file (" + e.getOriginalMessage() + ")", e);
        } catch (IOException e) {
            throw new DevNotRunningException(file + " cannot be read (" + e + ")", e);
        }
    }

    /**
     * Writes the file in one step, so that a reader sees all of it or nothing. To be called by the holder of the data
     * directory, once everything listens; {@link #remove} is its counterpart.
     *
     * @throws EmbeddedStartException if the file cannot be written
     */
    public void write(DataDirectory directory) {
        Path file = directory.layout().runFile();
        try {
            Path unfinished = Files.createTempFile(file.getParent(), "run", ".tmp");
            JSON.writeValue(unfinished.toFile(), this);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EmbeddedStartException(file + " cannot be written (" + e + ")", e);
        }
    }

    /** Removes the file of this data directory if there is one. To be called before anything stops listening. */
    public static void remove(DataDirectory directory) throws IOException {
        Files.deleteIfExists(directory.layout().runFile());
    }
}
