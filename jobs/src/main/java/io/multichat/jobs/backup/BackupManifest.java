package io.multichat.jobs.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.jobs.files.DurableNames;
import io.multichat.reading.backup.CopiedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The content of {@code backup.json}.
 *
 * @param format version of the layout of a backup
 * @param multichat version of the program that made it
 * @param createdAt when it was begun, RFC 3339
 * @param stores each store by name
 */
record BackupManifest(int format, String multichat, String createdAt, Map<String, Store> stores) {
    /**
     * A store in a backup.
     *
     * @param positions the next offset of each topic-partition
     * @param files all files, with paths relative to the store's folder
     */
    record Store(Map<String, Long> positions, List<CopiedFile> files) {}

    static final int FORMAT = 1;

    private static final String NAME = "backup.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Reads the manifest of a backup that is complete and of a known format. */
    static BackupManifest read(Path backup) throws IOException {
        Path file = backup.resolve(NAME);
        if (!Files.exists(file)) {
            throw new BackupException(
                    backup + " has no " + NAME + ": it is not a backup, or one that was not completed");
        }
        try {
            BackupManifest manifest = JSON.readValue(file.toFile(), BackupManifest.class);
            if (manifest == null || manifest.format() != FORMAT || manifest.stores() == null) {
                throw new BackupException(file + " has a format other than " + FORMAT
                        + "; use the version of Multichat that made the backup");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new BackupException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes the manifest atomically and durably. */
    void write(Path backup) throws IOException {
        Path part = backup.resolve(NAME + ".part");
        Files.write(part, JSON.writeValueAsBytes(this));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, backup.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        DurableNames.syncNew(backup);
    }
}
