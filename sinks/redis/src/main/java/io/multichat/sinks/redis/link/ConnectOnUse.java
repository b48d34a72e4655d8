package io.multichat.sinks.redis.link;

import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A connection that is made on first use. Thread-safe. If connecting fails, the next use tries again. */
final class ConnectOnUse<T extends AutoCloseable> {
    private final Supplier<T> connect;
    private T connection;
    private boolean closed;

    /** @param connect makes the connection, or throws */
    ConnectOnUse(Supplier<T> connect) {
        this.connect = connect;
    }

    /**
     * The connection.
     *
     * @throws JedisConnectionException after {@link #close}
     */
    synchronized T get() {
        if (closed) {
            throw new JedisConnectionException("closed");
        }
        if (connection == null) {
            connection = connect.get();
        }
        return connection;
    }

    /** Closes the connection if there is one. Later uses fail. */
    synchronized void close() {
        closed = true;
        if (connection != null) {
            try {
                connection.close();
            } catch (Exception e) {
                throw new JedisConnectionException("cannot close", e);
            }
        }
    }
}
