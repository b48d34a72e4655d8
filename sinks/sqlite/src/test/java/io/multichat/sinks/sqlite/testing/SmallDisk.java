package io.multichat.sinks.sqlite.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of 4 MiB, which a test can fill. */
public final class SmallDisk implements AutoCloseable {
    /** Set to {@code true} where tests can mount file systems, so that none of them is skipped unnoticed. */
    private static final String REQUIRED = "TESTS_REQUIRE_DISKS";

    private static final int BLOCK_BYTES = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts the disk. Where that is not possible, skips the calling test, or fails it if disks are required. */
    public static SmallDisk mount(Path folder) throws IOException {
        Files.createDirectory(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.toString());
        if (!mounted && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError("cannot mount a tmpfs, but " + REQUIRED
                    + "=true requires the tests that need one: run them on Linux as root");
        }
        assumeTrue(mounted, "skipped: cannot mount a tmpfs, which takes Linux and the rights of root");
        return new SmallDisk(folder);
    }

    /** A file on the disk. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Fills the disk to the last block. */
    public void fill() throws IOException {
        Path ballast = file("ballast");
        byte[] block = new byte[BLOCK_BYTES];
        try (RandomAccessFile filler = new RandomAccessFile(ballast.toFile(), "rw")) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            if (Files.size(ballast) == 0) {
                throw full;
            }
        }
    }

    /** Frees what {@link #fill()} has filled. */
    public void free() throws IOException {
        Files.delete(file("ballast"));
    }

    /** Unmounts the disk. */
    @Override
    public void close() throws IOException {
        if (!run("umount", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
        Files.delete(folder);
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // The system has no such program.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
