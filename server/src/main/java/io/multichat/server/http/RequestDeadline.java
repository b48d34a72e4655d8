package io.multichat.server.http;

import io.javalin.http.Context;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Closes the connection of a request that takes too long, because a client that reads slowly would keep a thread and a page for as
 * long as it likes. Thread-safe.
 */
final class RequestDeadline implements AutoCloseable {
    private final long limitMs;
    private final ScheduledExecutorService timer;

    /** @param limitMs the longest time from the start of a request to the last byte of its answer, in milliseconds */
    RequestDeadline(long limitMs) {
        this.limitMs = limitMs;
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        timer = executor;
    }

    /**
     * Starts the time of a request. It ends with the last byte of the answer; cancel the result if there is none.
     *
     * @param times how many times the limit it may take, for answers that are as large as files
     */
    Future<?> begin(Context context, int times) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        Future<?> end = close(request, times * limitMs);
        Request.addCompletionListener(request, failure -> end.cancel(false));
        return end;
    }

    /** Starts the time in which the body of a request must arrive; cancel the result when it has. */
    Future<?> begin(Request request) {
        return close(request, limitMs);
    }

    private Future<?> close(Request request, long afterMs) {
        EndPoint connection = connection(request);
        return timer.schedule(
                () -> connection.close(new TimeoutException("not answered within " + afterMs + " ms")),
                afterMs,
                TimeUnit.MILLISECONDS);
    }

    /** Closes the connection of a client that receives its answer too slowly, while others wait. */
    static void disconnect(Context context) {
        connection(ServletContextRequest.getServletContextRequest(context.req()))
                .close(new TimeoutException("others wait for the memory of this answer"));
    }

    private static EndPoint connection(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
