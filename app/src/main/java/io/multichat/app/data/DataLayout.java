package io.multichat.app.data;

import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.redis.DevRedis;
import java.nio.file.Path;

/**
 * The paths within a data directory. The paths touch no file, so any command may use them while a {@code dev} runs on the directory.
 *
 * @param root the data directory, as given by {@code --data-dir}
 */
public record DataLayout(Path root) {

    /** The broker's logs and metadata; owned by {@link EmbeddedBroker}. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The append-only file, configuration, log and pid file of Redis; owned by {@link DevRedis}. */
    public Path redis() {
        return root.resolve("redis");
    }

    /** The state directory of Kafka Streams. */
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
     * The offsets of Connect's source connectors. Sinks keep theirs in Kafka, so with sinks alone the file does not exist.
     */
    public Path connectOffsets() {
        return root.resolve("connect.offsets");
    }

    /** The records that stores lack, because the topics no longer held them; does not exist if they lack nothing. */
    public Path lackedRanges() {
        return root.resolve("lacked-records.txt");
    }

    /** Exists while a {@code dev} is running, see {@link RunFile}. */
    public Path runFile() {
        return root.resolve("run.json");
    }

    Path lockFile() {
        return root.resolve(".lock");
    }
}
