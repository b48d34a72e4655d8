package io.multichat.sinks.core.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A small file system in memory that a test can fill. Needs Linux and root.
 *
 * @param folder the folder at which it is mounted
 */
public record SmallDisk(Path folder) implements AutoCloseable {
    private static final int BLOCK_BYTES = 4096;

    /**
     * Mounts a file system. Where that is not possible, skips the calling test, or fails it if disks are required.
     *
     * @param folder the folder at which to mount it; created if it does not exist
     */
    public static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        RequiredTests.TESTS_REQUIRE_DISKS.require(
                run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()),
                "cannot mount a tmpfs: run the test on Linux as root");
        return new SmallDisk(folder);
    }

    /** Fills the disk to the last block, even while others write to it. */
    public void fill() throws IOException {
        fillExcept(0);
    }

    /**
     * Fills the disk except for some space.
     *
     * @param left the bytes to leave free, rounded to blocks
     */
    public void fillExcept(long left) throws IOException {
        try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeUntilFull(filler);
            filler.truncate(Math.max(0, filler.size() - left));
        }
    }

    /** Frees the space that this class filled. */
    public void free() throws IOException {
        Files.delete(filler());
    }

    /** Unmounts the disk, even if files are still open. */
    @Override
    public void close() throws IOException {
        if (!run("umount", "-l", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void writeUntilFull(FileChannel filler) throws IOException {
        try {
            while (true) {
                filler.write(ByteBuffer.allocate(BLOCK_BYTES));
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() >= BLOCK_BYTES) {
                throw e;
            }
        }
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
