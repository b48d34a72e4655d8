package io.multichat.sinks.archive.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes many files durable at a time. A file system writes its journal once for all that wait, so a commit of hundreds of files
 * takes a fraction of the time of one fsync after another. Used by one thread.
 */
final class ParallelSync implements Closeable {
    // They only wait for the disk.
    private static final int THREADS = 64;
    private static final long IDLE_SECONDS = 5;

    // Without threads until there are several files to sync, and again when there have been none for a while.
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ParallelSync::thread);

    ParallelSync() {
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Makes files or folders durable.
     *
     * @param option opens them
     * @throws IOException the first failure; all others are finished, too
     */
    void runAll(Collection<Path> paths, OpenOption option) throws IOException {
        if (paths.size() == 1) {
            sync(paths.iterator().next(), option);
            return;
        }
        List<Callable<Void>> syncs = new ArrayList<>(paths.size());
        for (Path path : paths) {
            syncs.add(() -> {
                sync(path, option);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(syncs)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the disk");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException("failed to make files durable", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static void sync(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "archive-sync");
        thread.setDaemon(true);
        return thread;
    }
}
