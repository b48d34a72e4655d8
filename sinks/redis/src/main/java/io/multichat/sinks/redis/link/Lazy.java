package io.multichat.sinks.redis.link;

import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Something to close that is made when it is used first. Thread-safe; what failed to be made is made with the next use. */
final class Lazy<T extends AutoCloseable> {
    private final Supplier<T> maker;
    private T made;
    private boolean closed;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (closed) {
            throw new JedisConnectionException("closed");
        }
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Closes it if it was made; afterwards nothing is made any more. */
    synchronized void close() {
        closed = true;
        if (made != null) {
            try {
                made.close();
            } catch (Exception e) {
                throw new JedisConnectionException("not closed", e);
            }
        }
    }
}
