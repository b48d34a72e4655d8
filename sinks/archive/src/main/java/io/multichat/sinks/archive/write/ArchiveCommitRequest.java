package io.multichat.sinks.archive.write;

import io.multichat.sinks.archive.files.ArchiveLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the tasks that write an archive to commit now instead of waiting for their limits. Any process that can write to the
 * archive's folder may ask.
 */
public final class ArchiveCommitRequest {
    private final Path root;
    private final Path file;

    /** @param root the archive's folder */
    public ArchiveCommitRequest(Path root) {
        this.root = root;
        file = new ArchiveLayout(root).commitRequest();
    }

    /**
     * Asks once. Within a second, each task commits what it has received so far. There is no reply, and records that a task
     * receives later wait for the next request. To wait for certain records, repeat the request until the manifests contain
     * them. Whoever has no rights on the archive's folder has none on the request either, whatever the umask.
     */
    public void request() throws IOException {
        Path folder = file.getParent();
        boolean isNew = Files.notExists(folder);
        Files.createDirectories(folder);
        if (isNew) {
            restrict(folder);
        }
        String id = UUID.randomUUID().toString();
        Path complete = file.resolveSibling(id);
        try {
            Files.writeString(complete, id + "\n");
            restrict(complete);
            Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(complete);
        }
    }

    private void restrict(Path target) throws IOException {
        PosixFileAttributeView archive = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (archive != null) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            permissions.retainAll(archive.readAttributes().permissions());
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
