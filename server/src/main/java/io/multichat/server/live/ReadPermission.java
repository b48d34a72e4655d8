package io.multichat.server.live;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the client of a stream may still read: its API key may be withdrawn, or lose the scope, while the stream lasts. Looks again
 * when it is asked, at most once a second, because a stream may have hundreds of events in that time. Not thread-safe.
 */
public final class ReadPermission {
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier source;
    private final LongSupplier nanos;
    private long lookedAt;
    private boolean holds = true;

    /** @param source whether the client may read at this moment; it may when the stream begins */
    public ReadPermission(BooleanSupplier source) {
        this(source, System::nanoTime);
    }

    /** @param nanos the time, as {@link System#nanoTime()} */
    ReadPermission(BooleanSupplier source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
        lookedAt = nanos.getAsLong();
    }

    /** False once the client may not read any more. */
    boolean holds() {
        long now = nanos.getAsLong();
        if (holds && now - lookedAt >= INTERVAL_NS) {
            lookedAt = now;
            holds = source.getAsBoolean();
        }
        return holds;
    }
}
