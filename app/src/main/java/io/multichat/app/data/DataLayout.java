package io.multichat.app.data;

import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.redis.RedisProcess;
import java.nio.file.Path;

/**
 * Where things lie in a data directory. Only names paths: it touches no file, so any command may use it, also while a
 * {@code dev} runs on the directory.
 *
 * @param root the data directory, as given by {@code --data-dir}
 */
public record DataLayout(Path root) {
    /** The broker's logs and its metadata; owned by {@link EmbeddedBroker}. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** Redis' append-only file, configuration, log and pid file; owned by {@link RedisProcess}. */
    public Path redis() {
        return root.resolve("redis");
    }

    /** Kafka Streams' state directory. */
    public Path state() {
        return root.resolve("state");
    }

    /** The durable tier: one SQLite file, with SQLite's own files beside it. */
    public Path sessions() {
        return root.resolve("sessions.db");
    }

    /** The root of the archive's segments and manifests. */
    public Path archive() {
        return root.resolve("archive");
    }

    /**
     * The offsets of Connect's source connectors. Sinks keep theirs in Kafka, so with sinks alone the file stays
     * absent.
     */
    public Path connectOffsets() {
        return root.resolve("connect.offsets");
    }

    /** Present while a {@code dev} is running, see {@link RunFile}. */
    public Path runFile() {
        return root.resolve("run.json");
    }

    Path lockFile() {
        return root.resolve(".lock");
    }
}
