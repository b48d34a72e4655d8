package io.multichat.sinks.archive.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.kafka.common.TopicPartition;

/**
 * Where everything lies under the archive's root. Folders that begin with a dot are skipped by what reads the visible ones
 * with patterns such as {@code transcript/**}.
 *
 * @param root the archive's folder
 */
public record ArchiveLayout(Path root) {
    /** Unfinished work: one folder per topic-partition, in it one per attempt of one writer. */
    public Path attempts(TopicPartition source) {
        return root.resolve(".pending").resolve(folderName(source));
    }

    /** The same of compactions, apart because their owner is another process. */
    public Path compactions(TopicPartition source) {
        return root.resolve(".compacting").resolve(folderName(source));
    }

    /** Locked by who compacts. */
    public Path compactionLock() {
        return root.resolve(".compacting").resolve("lock");
    }

    /**
     * Where a file lies that another one replaced, out of sight of what reads with patterns.
     *
     * @param segment as a manifest names it
     */
    public Path replaced(String segment) throws ArchiveDamagedException {
        return root.resolve(".replaced").resolve(root.relativize(resolve(segment)));
    }

    /** The chain of manifests of a topic-partition. */
    public Path manifests(TopicPartition source) {
        return chains().resolve(folderName(source));
    }

    /** The folder of all chains. */
    public Path chains() {
        return root.resolve(".manifests");
    }

    public Path commitRequest() {
        return root.resolve(".requests").resolve("commit");
    }

    /** The path of a segment, relative to the root and with {@code /} as manifests name it. */
    public static String segment(ArchiveKind kind, LocalDate date, String fileName) {
        return kind.folder() + "/date=" + date + "/" + fileName;
    }

    /**
     * The file that a manifest names.
     *
     * @throws ArchiveDamagedException when the path leaves the visible folders: no writer wrote that
     */
    public Path resolve(String segment) throws ArchiveDamagedException {
        Path relative = Path.of(segment);
        boolean inside = !relative.isAbsolute()
                && relative.normalize().equals(relative)
                && relative.getNameCount() == 3
                && ArchiveKind.ofFolder(relative.getName(0).toString()).isPresent();
        if (!inside) {
            throw new ArchiveDamagedException("a manifest names " + segment + ", which is no path of a segment");
        }
        return root.resolve(relative);
    }

    // A legal topic name passes unchanged but for a leading dot, which would be a hidden or a relative folder.
    private static String folderName(TopicPartition source) {
        String topic = URLEncoder.encode(source.topic(), StandardCharsets.UTF_8);
        return (topic.startsWith(".") ? "%2E" + topic.substring(1) : topic) + "-" + source.partition();
    }
}
