package io.multichat.sinks.archive.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system of its own that can be filled to the last byte. Needs the right to mount one. */
public final class FullDisk {
    private final Path mount;

    /** Skips the test, with the reason, where no file system can be mounted. */
    public FullDisk(Path mount, String size) throws IOException, InterruptedException {
        this.mount = mount;
        Files.createDirectories(mount);
        int failed = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", mount.toString());
        assumeThat(failed)
                .as("a file system can be mounted here: that needs Linux and the rights of root")
                .isZero();
    }

    public Path path() {
        return mount;
    }

    /** Leaves so many bytes, at most. */
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

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            // There is no such program.
            return -1;
        }
    }
}
