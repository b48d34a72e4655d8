package io.multichat.app.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An operating system lock on a file that contains the holder's process id. The operating system releases the lock when the
 * process ends, for any reason. The lock works across containers that share the directory, where a process id alone
 * means nothing. The file itself stays. Thread-safe.
 */
final class DirectoryLock implements AutoCloseable {
    /**
     * The files that this process holds. POSIX releases a process's locks on a file when the process closes any
     * descriptor of that file, so a file in this set must not be opened again, not even for reading.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Far beyond the content, so that the process id can be read on systems where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Acquires the lock; empty when any process holds it, including this one. The file's directory must exist.
     */
    static synchronized Optional<DirectoryLock> tryAcquire(Path lockFile) throws IOException {
        Path file = canonical(lockFile);
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<DirectoryLock> lock = Optional.empty();
        try {
            lock = tryAcquireFromOthers(file);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
        return lock;
    }

    private static Optional<DirectoryLock> tryAcquireFromOthers(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new DirectoryLock(file, channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a running process holds the lock; false when the file does not exist. */
    static synchronized boolean isHeld(Path lockFile) throws IOException {
        if (!Files.exists(lockFile)) {
            return false;
        }
        Path file = canonical(lockFile);
        if (HELD_HERE.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock probe = channel.tryLock(LOCKED_BYTE, 1, true)) {
            return probe == null;
        }
    }

    /** The process id of the holder, or of the last holder when nobody holds the lock. */
    static String holder(Path lockFile) throws IOException {
        if (HELD_HERE.contains(canonical(lockFile))) {
            return Long.toString(ProcessHandle.current().pid());
        }
        return Files.readString(lockFile, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }

    private static Path canonical(Path lockFile) throws IOException {
        Path absolute = lockFile.toAbsolutePath();
        return absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }
}
