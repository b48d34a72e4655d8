package io.multichat.app.embedded.redis;

import java.net.URI;

/** A Redis that somebody else runs. */
record ConfiguredRedis(URI uri) implements DevRedis {
    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
