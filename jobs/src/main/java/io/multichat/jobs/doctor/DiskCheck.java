package io.multichat.jobs.doctor;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Examines the free space on the disk of a folder.
 *
 * @param folder the folder; need not exist
 */
public record DiskCheck(Path folder) implements Check {
    private static final long SCARCE_BYTES = 1L << 30;
    private static final long FULL_BYTES = 64L << 20;
    private static final double SCARCE = 0.05;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> findings() {
        Path existing = folder.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            FileStore disk = Files.getFileStore(existing);
            return finding(disk.getUsableSpace(), disk.getTotalSpace()).stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows from an amount of free space on a disk. */
    Optional<Finding> finding(long free, long total) {
        String problem = "the disk of " + folder + " has " + (free >> 20) + " MiB left of " + (total >> 20);
        String fix = "Free some space or enlarge the disk; docs/operations.md says what each store needs.";
        if (free < FULL_BYTES) {
            return Optional.of(Finding.danger(problem + "; what is written there stops", fix));
        }
        return free < SCARCE_BYTES || free < total * SCARCE
                ? Optional.of(Finding.warning(problem, fix))
                : Optional.empty();
    }
}
