package io.multichat.jobs.backup;

import io.multichat.reading.backup.CopiedFile;
import io.multichat.reading.backup.StoreBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Backs up stores while everything runs. Each store is copied as it is at one moment; where the moments differ, the topics make up for
 * it when the backup is restored.
 *
 * @param stores the stores; those without data are left out
 * @param version version of this program
 */
public record BackupRun(List<StoreBackup> stores, String version) {
    /**
     * Writes a backup.
     *
     * @param folder a folder that does not exist or is empty; only its owner can read what is created
     * @throws BackupException if it cannot be written, or there is nothing to back up
     * @throws io.multichat.reading.StoreException if a store is damaged or cannot be read
     */
    public BackupReport run(Path folder) {
        if (stores.stream().noneMatch(StoreBackup::exists)) {
            throw new BackupException(
                    "there is nothing to back up: neither store has data; name others with --data-dir,"
                            + " sqlite.file or archive.dir");
        }
        try {
            createEmpty(folder);
            String createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            Map<String, BackupManifest.Store> copies = new TreeMap<>();
            for (StoreBackup store : stores) {
                if (store.exists()) {
                    Path part = Files.createDirectory(folder.resolve(store.name()));
                    List<CopiedFile> files = store.copyTo(part);
                    copies.put(store.name(), new BackupManifest.Store(store.positions(part), files));
                }
            }
            BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, version, createdAt, copies);
            manifest.write(folder);
            return BackupReport.of(manifest);
        } catch (IOException e) {
            throw new BackupException(
                    "the backup could not be written to " + folder + ": " + e
                            + "; remove the folder before the next try",
                    e);
        }
    }

    private static void createEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new BackupException(folder + " is not empty: name a folder that does not exist");
                }
            }
            return;
        }
        boolean hasPermissions =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = hasPermissions
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, mine);
    }
}
