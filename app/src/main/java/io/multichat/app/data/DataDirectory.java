package io.multichat.app.data;

import io.multichat.app.embedded.DiskSpace;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.PrivateFiles;
import io.multichat.jobs.rebuild.RebuildRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data directory of a running {@code dev}, locked against any other {@code dev} until it is closed or the process ends.
 * Thread-safe.
 */
public final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final DataLayout layout;
    private final DirectoryLock lock;

    private DataDirectory(DataLayout layout, DirectoryLock lock) {
        this.layout = layout;
        this.lock = lock;
    }

    /**
     * Creates the directory if it is missing, locks it, removes the run file of a killed {@code dev}, and takes all rights on its
     * files from other users.
     *
     * @throws EmbeddedStartException if it cannot be created or written, if another {@code dev} uses it, or if another version of
     *     Multichat wrote it
     */
    public static DataDirectory open(Path root) {
        return open(root, layout -> {
            DataVersion.require(layout);
            if (RebuildRun.isUnfinished(Generation.rebuildFolder(layout.root()))) {
                throw new EmbeddedStartException("a rebuild of data directory " + layout.root()
                        + " was interrupted; run `multichat rebuild --data-dir " + layout.root() + "` again first");
            }
        });
    }

    /**
     * Opens a directory like {@link #open}, also one of an earlier version, whose data a rebuild replaces.
     *
     * @throws EmbeddedStartException if it holds nothing, cannot be written, or is in use
     */
    public static DataDirectory openForRebuild(Path root) {
        if (Files.notExists(root.resolve("kafka"))) {
            throw new EmbeddedStartException(
                    "data directory " + root + " holds no data of dev; name another with --data-dir");
        }
        return open(root, layout -> {});
    }

    /** Decides whether the data may be used, once the directory is locked. */
    @FunctionalInterface
    private interface DataCheck {
        void run(DataLayout layout) throws IOException;
    }

    private static DataDirectory open(Path root, DataCheck check) {
        DataLayout layout = new DataLayout(root.toAbsolutePath().normalize());
        try {
            PrivateFiles.createDirectories(layout.root());
            DataPermissions permissions = new DataPermissions(layout.root());
            boolean wereOpen = permissions.isOpenToOthers();
            permissions.tighten();
            if (wereOpen) {
                LOG.warn("Other users could read {}; now only its owner can", layout.root());
            }
            DirectoryLock lock = DirectoryLock.tryAcquire(layout.lockFile()).orElseThrow(() -> inUse(layout));
            require(check, layout, lock);
            Files.deleteIfExists(layout.runFile());
            PrivateFiles.tighten(layout.lockFile());
            return new DataDirectory(layout, lock);
        } catch (FileAlreadyExistsException e) {
            throw new EmbeddedStartException(
                    "data directory " + layout.root() + " is a file; choose another with --data-dir", e);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    new DiskSpace(layout.root())
                            .problem()
                            .orElse("data directory " + layout.root() + " cannot be created or written (" + e
                                    + "); choose another with --data-dir"),
                    e);
        }
    }

    private static void require(DataCheck check, DataLayout layout, DirectoryLock lock) throws IOException {
        try {
            check.run(layout);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public DataLayout layout() {
        return layout;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock on data directory " + layout.root() + " could not be released", e);
        }
    }

    private static EmbeddedStartException inUse(DataLayout layout) {
        String holder;
        try {
            holder = DirectoryLock.holder(layout.lockFile());
        } catch (IOException e) {
            holder = "unknown";
        }
        return new EmbeddedStartException(
                "data directory " + layout.root() + " is in use by another multichat dev (pid " + holder
                        + "); stop that one or choose another with --data-dir");
    }
}
