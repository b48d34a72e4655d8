package io.multichat.jobs.backup;

import io.multichat.reading.backup.CopiedFile;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was backed up or restored.
 *
 * @param stores each store by name
 */
public record BackupReport(Map<String, Copied> stores) {
    /**
     * The files of a store.
     *
     * @param files their number
     * @param bytes their size
     * @param positions the next offset of each topic-partition: the topics must still hold everything from there on
     */
    public record Copied(int files, long bytes, Map<String, Long> positions) {}

    static BackupReport of(BackupManifest manifest) {
        Map<String, Copied> stores = new TreeMap<>();
        manifest.stores()
                .forEach((name, store) -> stores.put(
                        name,
                        new Copied(
                                store.files().size(),
                                store.files().stream()
                                        .mapToLong(CopiedFile::bytes)
                                        .sum(),
                                new TreeMap<>(store.positions()))));
        return new BackupReport(stores);
    }
}
