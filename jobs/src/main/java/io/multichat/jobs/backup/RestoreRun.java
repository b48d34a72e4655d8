package io.multichat.jobs.backup;

import io.multichat.reading.backup.CopiedFile;
import io.multichat.reading.backup.StoreBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Restores a backup to stores that do not exist. Their sinks then read from the topics what is newer.
 *
 * @param stores where to
 */
public record RestoreRun(List<StoreBackup> stores) {
    /**
     * Checks the hash of every file of the backup, then restores it. Until all are checked, nothing is written.
     *
     * @throws BackupException if the backup is incomplete or damaged, if a store exists, or if one cannot be written
     */
    public BackupReport run(Path backup) {
        try {
            BackupManifest manifest = BackupManifest.read(backup);
            List<StoreBackup> wanted = stores.stream()
                    .filter(store -> manifest.stores().containsKey(store.name()))
                    .toList();
            wanted.forEach(RestoreRun::requireAbsent);
            for (Map.Entry<String, BackupManifest.Store> store :
                    manifest.stores().entrySet()) {
                check(backup.resolve(store.getKey()), store.getValue().files());
            }
            for (StoreBackup store : wanted) {
                store.restoreFrom(backup.resolve(store.name()));
            }
            return BackupReport.of(manifest);
        } catch (IOException e) {
            throw new BackupException(
                    "the backup could not be restored: " + e
                            + "; remove what was written, remove the cause, and restore it again",
                    e);
        }
    }

    private static void requireAbsent(StoreBackup store) {
        if (store.exists()) {
            throw new BackupException(
                    "the store " + store.name() + " exists already: stop its sink and move the store away,"
                            + " or restore to another place with --data-dir, sqlite.file or archive.dir");
        }
    }

    private static void check(Path folder, List<CopiedFile> files) throws IOException {
        Set<Path> found = new HashSet<>(CopiedFile.in(folder));
        for (CopiedFile file : files) {
            Path path = folder.resolve(file.path()).normalize();
            if (!path.startsWith(folder.normalize()) || !found.remove(path)) {
                throw new BackupException(path + " is missing from the backup; restore another one");
            }
            if (Files.size(path) != file.bytes() || !CopiedFile.of(folder, path).equals(file)) {
                throw new BackupException(path + " was changed since the backup was made; restore another one");
            }
        }
        if (!found.isEmpty()) {
            throw new BackupException(found.iterator().next()
                    + " does not belong to the backup; move it away, and find out who put it there");
        }
    }
}
