package io.multichat.app.watch;

import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.sqlite.read.SqlitePositions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A store that is expected to hold everything.
 *
 * @param name the name of its connector and tier, such as {@code sqlite}
 * @param location its file or folder
 * @param refills true if its sink reads a topic that was created again from the beginning; false if it ignores records whose
 *     offsets it already has
 * @param positions reads the next offset of each topic-partition from the store
 * @param missing finds the files that the store needs but does not have
 */
public record WatchedStore(
        String name, Path location, boolean refills, PositionReader positions, MissingFiles missing) {
    /** @param file the path in {@code sqlite.file} */
    public static WatchedStore sqlite(Path file) {
        return new WatchedStore("sqlite", absolute(file), true, () -> SqlitePositions.read(file), List::of);
    }

    /** @param root the root of the archive */
    public static WatchedStore archive(Path root) {
        ArchiveReader archived = new ArchiveReader(root);
        return new WatchedStore("archive", absolute(root), false, archived::positions, archived::missingFiles);
    }

    /** Every process must find what was noted for a location, from whatever folder it runs. */
    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Reads the positions of a store. */
    @FunctionalInterface
    public interface PositionReader {
        /** @throws Exception if the store cannot be read now */
        Map<TopicPartition, Long> read() throws Exception;
    }

    /** Finds the files that a store needs but does not have. */
    @FunctionalInterface
    public interface MissingFiles {
        /** @throws Exception if the store cannot be read now */
        List<Path> find() throws Exception;
    }
}
