package io.multichat.sinks.archive.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small separate file system that can be filled to the last byte. Needs Linux and root. */
public final class FullDisk {
    /** Set to {@code true} where file systems can be mounted, so that no such test is skipped unnoticed. */
    private static final String REQUIRED = "TESTS_REQUIRE_DISKS";

    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);

    private final Path mount;

    private FullDisk(Path mount) {
        this.mount = mount;
    }

    /**
     * Mounts a file system. If that is impossible, skips the calling test, or fails it when disks are required.
     *
     * @param folder where to mount it
     * @param size as {@code mount -t tmpfs} takes it, for example {@code 8m}
     */
    public static FullDisk mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        if (!mounted && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError("cannot mount a tmpfs at " + folder + ", and " + REQUIRED
                    + "=true requires the tests on full disks: run them as root on Linux");
        }
        if (!mounted) {
            LOG.warn("Skipping a test on a full disk: cannot mount a tmpfs; run the tests as root on Linux");
        }
        assumeTrue(mounted, "cannot mount a tmpfs: run the tests as root on Linux");
        return new FullDisk(folder);
    }

    public Path path() {
        return mount;
    }

    /** Fills the disk, except for this many bytes. */
    public void fill(long left) throws IOException {
        long usable = Files.getFileStore(mount).getUsableSpace();
        Files.write(mount.resolve("ballast"), new byte[Math.toIntExact(Math.max(0, usable - left))]);
    }

    public void free() throws IOException {
        Files.delete(mount.resolve("ballast"));
    }

    public void unmount() throws IOException, InterruptedException {
        run("umount", "-l", mount.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // The system has no such program.
            return false;
        }
    }
}
