package io.multichat.sinks.core.loop;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** A batch that is written in the thread of the store. Used by the task's thread. */
final class QueuedBatch {
    private final ReadBatch batch;
    private final long bytes;
    private final FutureTask<Optional<DeliveredBatch>> work;

    /** @param work writes the batch; empty if it leaves the batch to the task */
    QueuedBatch(ReadBatch batch, Callable<Optional<DeliveredBatch>> work) {
        this.batch = batch;
        this.bytes = batch.decoded().bytes();
        this.work = new FutureTask<>(work);
    }

    void runIn(Executor thread) {
        thread.execute(work);
    }

    ReadBatch batch() {
        return batch;
    }

    /** The length of all values, in bytes. */
    long bytes() {
        return bytes;
    }

    boolean isDone() {
        return work.isDone();
    }

    /**
     * Waits for the result, even if interrupted, since two threads must not use the store; the flag stays set.
     *
     * @throws RuntimeException the failure of the work
     */
    Optional<DeliveredBatch> result() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    // The work throws no checked exceptions.
                    throw (Error) e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
