package io.multichat.app.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which Kafka Streams keeps the state of the topology. All of it can be restored from the changelog topics, so a
 * damaged one need not be repaired.
 *
 * @param path the folder of this application in the state directory
 */
record StateFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

    /**
     * Sets the folder aside if it is damaged, so that the next start restores the state. Call this while no topology uses it.
     *
     * @param problem what kept the topology from starting
     * @return whether it was set aside
     */
    boolean setAsideIfDamaged(ProcessorStateException problem) {
        if (!isDamage(problem)) {
            return false;
        }
        Path aside = path.resolveSibling(
                path.getFileName() + ".damaged-" + Instant.now().toEpochMilli());
        try {
            Files.move(path, aside);
        } catch (IOException e) {
            problem.addSuppressed(e);
            return false;
        }
        LOG.warn(
                "the state in {} cannot be read ({}); it was moved to {}, and is restored from the topics",
                path,
                // RocksDB may go on about it on further lines.
                String.valueOf(problem.getCause().getMessage())
                        .lines()
                        .findFirst()
                        .orElse(""),
                aside);
        return true;
    }

    /** True if a file is missing or has the wrong content. A full or failing disk is no damage: the state would be restored to it. */
    private static boolean isDamage(ProcessorStateException problem) {
        return problem.getCause() instanceof RocksDBException cause
                && (cause.getStatus() == null
                        || cause.getStatus().getCode() == Status.Code.Corruption
                        || String.valueOf(cause.getMessage()).contains("No such file"));
    }
}
