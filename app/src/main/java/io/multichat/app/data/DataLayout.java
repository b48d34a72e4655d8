package io.multichat.app.data;

import io.multichat.app.embedded.PrivateFiles;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import io.multichat.app.embedded.redis.DevRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths within a data directory. The paths touch no file, so any command may use them while a {@code dev} runs on the directory.
 *
 * @param root the data directory, as given by {@code --data-dir}
 */
public record DataLayout(Path root) {
    private static final Pattern OWN =
            Pattern.compile("kafka|redis|state|archive|sessions\\.db.*|erasures|connect\\.offsets|run\\.json"
                    + "|lacked-records\\.txt|transcript-topic-id\\.txt|layout|\\.lock");

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

    /**
     * Takes all rights on the files of Multichat from other users. The directory itself keeps its rights if it holds anything else,
     * since it then also serves another purpose.
     *
     * @return whether users outside the owner's group could open the directory and a file of Multichat in it
     */
    boolean tighten() throws IOException {
        boolean reachable = PrivateFiles.isOpenToOthers(root);
        boolean open = false;
        boolean shared = false;
        List<Path> entries;
        try (Stream<Path> listed = Files.list(root)) {
            entries = listed.toList();
        }
        for (Path entry : entries) {
            if (OWN.matcher(entry.getFileName().toString()).matches()) {
                open |= PrivateFiles.isOpenToOthers(entry);
                PrivateFiles.tighten(entry);
            } else {
                shared = true;
            }
        }
        if (!shared) {
            PrivateFiles.tighten(root);
        }
        return reachable && open;
    }

    Path lockFile() {
        return root.resolve(".lock");
    }
}
