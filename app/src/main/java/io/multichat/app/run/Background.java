package io.multichat.app.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that another thread does meanwhile. */
final class Background {
    private Background() {}

    /** Waits for the result; what went wrong is thrown as it was. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Waits for the end of the work and closes what it started; what never started was reported by {@link #result}. */
    static void closeIfStarted(CompletableFuture<? extends AutoCloseable> work) throws Exception {
        AutoCloseable started = work.exceptionally(failure -> null).join();
        if (started != null) {
            started.close();
        }
    }
}
