package io.multichat.app.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work on another thread. */
final class Background {
    private Background() {}

    /** Waits for the result. A runtime exception of the work is thrown as it is. */
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

    /** Waits for the work to end and closes its result, if any. Failures are left to {@link #result}. */
    static void closeIfStarted(CompletableFuture<? extends AutoCloseable> work) throws Exception {
        AutoCloseable started = work.exceptionally(failure -> null).join();
        if (started != null) {
            started.close();
        }
    }
}
