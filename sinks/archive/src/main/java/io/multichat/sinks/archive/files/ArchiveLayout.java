package io.multichat.sinks.archive.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.common.TopicPartition;

/**
 * The paths under the archive's root. Programs that read the archive with patterns such as {@code transcript/**} skip folders
 * whose names begin with a dot.
 *
 * @param root the archive's folder, made absolute and normalized
 */
public record ArchiveLayout(Path root) {
    public ArchiveLayout {
        root = root.toAbsolutePath().normalize();
    }

    /** Unfinished commits: one folder per topic-partition, which holds one folder per attempt of one writer. */
    public Path attempts(TopicPartition source) {
        return root.resolve(".pending").resolve(folderName(source));
    }

    /** Unfinished compactions, laid out like {@link #attempts} but separate, because another process owns them. */
    public Path compactions(TopicPartition source) {
        return root.resolve(".compacting").resolve(folderName(source));
    }

    /** The file that a running compaction locks. */
    public Path compactionLock() {
        return root.resolve(".compacting").resolve("lock");
    }

    /**
     * The path of a replaced file, hidden from programs that read with patterns.
     *
     * @param segment the path in manifests
     * @throws ArchiveDamagedException as {@link #resolve} does
     */
    public Path replaced(String segment) throws ArchiveDamagedException {
        return root.resolve(".replaced").resolve(SegmentPath.parse(segment));
    }

    /** The folder with the chain of manifests of a topic-partition. */
    public Path manifests(TopicPartition source) {
        return chains().resolve(folderName(source));
    }

    /** The folder of all chains. */
    public Path chains() {
        return root.resolve(".manifests");
    }

    /** The file whose change asks all tasks to commit. */
    public Path commitRequest() {
        return root.resolve(".requests").resolve("commit");
    }

    /**
     * The path of a segment that a manifest names.
     *
     * @throws ArchiveDamagedException when the path leaves the visible folders, so that no writer wrote it
     */
    public Path resolve(String segment) throws ArchiveDamagedException {
        return root.resolve(SegmentPath.parse(segment));
    }

    // A legal topic name needs no encoding, except for a leading dot, which would make a hidden or relative folder.
    private static String folderName(TopicPartition source) {
        String topic = URLEncoder.encode(source.topic(), StandardCharsets.UTF_8);
        return (topic.startsWith(".") ? "%2E" + topic.substring(1) : topic) + "-" + source.partition();
    }
}
