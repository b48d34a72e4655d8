package io.multichat.jobs.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that has been silent for {@value #SILENT_SECONDS} seconds. The server sends something every 15 seconds, so its
 * connection is dead then, which the operating system may notice much later.
 */
final class SilenceWatch implements AutoCloseable {
    private static final long SILENT_SECONDS = 45;
    private static final long CHECK_SECONDS = 5;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "silence-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final InputStream stream;
    private volatile long heardAt = System.nanoTime();

    SilenceWatch(InputStream stream) {
        this.stream = stream;
        clock.scheduleWithFixedDelay(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    /** Something has arrived. */
    void heard() {
        heardAt = System.nanoTime();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void check() {
        if (System.nanoTime() - heardAt > TimeUnit.SECONDS.toNanos(SILENT_SECONDS)) {
            try {
                stream.close();
            } catch (IOException e) {
                // The reader of the stream gets an error too, and connects again.
                heard();
            }
        }
    }
}
