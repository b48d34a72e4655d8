package io.multichat.server.reply;

import io.javalin.http.Context;
import io.multichat.server.request.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that answers, or bodies of requests, may use at the same time. A request reserves as much as it can need, waits a moment
 * if that much is not free, in the order in which requests come, and keeps only what it really needs once that is known, such as the
 * size of its page while the client receives it. So memory is bounded whatever the number of clients, the size of messages and the
 * speed of connections. While others wait for memory, the clients that have been receiving their answers for longest are disconnected.
 * Thread-safe.
 */
public final class AnswerMemory {
    /** The memory that a snapshot and its JSON take in an answer, in bytes. */
    public static final long SNAPSHOT_BYTES = 4 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerMemory.class);
    private static final String ATTRIBUTE = AnswerMemory.class.getName();
    private static final long KIB = 1 << 10;
    private static final long WARNING_INTERVAL_NS = TimeUnit.SECONDS.toNanos(10);
    /** For so long, a client receives its answer undisturbed. */
    private static final long UNDISTURBED_NS = TimeUnit.SECONDS.toNanos(1);
    /** How often the request whose turn it is looks for slow clients. */
    private static final long LOOK_MS = 250;

    private final String content;
    private final Semaphore freeKib;
    /** Held by the request that waits for memory; the others wait for their turn in the order in which they came. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final int perRequestKib;
    private final long patienceMs;
    private final Consumer<Context> disconnect;
    private final Set<Reservation> sending = ConcurrentHashMap.newKeySet();
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

    /**
     * @param content what uses the memory, for messages: {@code answers}
     * @param bytes the memory for all requests
     * @param perRequest what a request needs at most, in bytes; not more than {@code bytes}
     * @param patienceMs how long a request waits for memory
     * @param disconnect closes the connection of a request whose client receives the answer too slowly
     */
    public AnswerMemory(String content, long bytes, long perRequest, long patienceMs, Consumer<Context> disconnect) {
        this.content = content;
        freeKib = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / KIB));
        perRequestKib = (int) (perRequest / KIB);
        this.patienceMs = patienceMs;
        this.disconnect = disconnect;
    }

    /** Memory reserved for one request. */
    public final class Reservation implements AutoCloseable {
        private final Context context;
        private volatile long sendingSince;
        private int kib = perRequestKib;

        private Reservation(Context context) {
            this.context = context;
        }

        /** Gives back what the answer does not need, because it is sent now. */
        synchronized void shrinkTo(long bytes) {
            int needed = (int) Math.min(kib, bytes / KIB + 1);
            freeKib.release(kib - needed);
            kib = needed;
            sendingSince = System.nanoTime();
            sending.add(this);
        }

        /** @return the memory that this frees soon, in KiB; 0 if the request has just ended */
        private synchronized int disconnect() {
            if (kib > 0) {
                disconnect.accept(context);
            }
            return kib;
        }

        @Override
        public synchronized void close() {
            sending.remove(this);
            freeKib.release(kib);
            kib = 0;
        }
    }

    /** The same resource; it answers only while there is memory for its answer. */
    public Resource bound(Resource resource) {
        return (context, parameters) -> {
            try (Reservation reserved = reserve(context)) {
                context.attribute(ATTRIBUTE, reserved);
                resource.answer(context, parameters);
            }
        };
    }

    /**
     * Reserves memory for a request, until the reservation is closed.
     *
     * @throws OverloadedException if there is not enough
     */
    private Reservation reserve(Context context) {
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
            if (turn.tryLock(patienceMs, TimeUnit.MILLISECONDS)) {
                try {
                    do {
                        if (freeKib.tryAcquire(perRequestKib, LOOK_MS, TimeUnit.MILLISECONDS)) {
                            return new Reservation(context);
                        }
                        disconnectSlowest();
                    } while (System.nanoTime() - deadline < 0);
                } finally {
                    turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("the server is stopping");
        }
        warn(context);
        throw new OverloadedException("too many large " + content + " are being handled; retry in a moment");
    }

    /** Frees at least the memory of all requests that wait, if slow clients have as much. */
    private void disconnectSlowest() {
        long now = System.nanoTime();
        long needed = (1L + turn.getQueueLength()) * perRequestKib;
        List<Reservation> slow = sending.stream()
                .filter(reservation -> now - reservation.sendingSince >= UNDISTURBED_NS)
                .sorted(Comparator.comparingLong(reservation -> reservation.sendingSince - now))
                .toList();
        long freed = 0;
        for (int i = 0; i < slow.size() && freed < needed; i++) {
            freed += slow.get(i).disconnect();
        }
    }

    /** Keeps only this much of the reservation of a request, which must have one. */
    public static void shrink(Context context, long bytes) {
        Reservation reservation = context.attribute(ATTRIBUTE);
        reservation.shrinkTo(bytes);
    }

    private void warn(Context context) {
        long now = System.nanoTime();
        long due = nextWarning.get();
        if (now - due >= 0 && nextWarning.compareAndSet(due, now + WARNING_INTERVAL_NS)) {
            LOG.warn(
                    "refused {}: the {} being handled use up the memory for {}; further refusals are logged every 10 s",
                    context.path(),
                    content,
                    content);
        }
    }
}
