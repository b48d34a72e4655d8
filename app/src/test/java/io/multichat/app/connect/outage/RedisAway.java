package io.multichat.app.connect.outage;

import io.multichat.app.embedded.redis.DevRedis;
import java.nio.file.Path;

/** Redis is shut down, and started again with what it has kept. */
final class RedisAway implements Outage, AutoCloseable {
    private final DevRedis first;
    private final Path folder;
    private DevRedis second;

    /** @param folder of the Redis that runs */
    RedisAway(DevRedis redis, Path folder) {
        this.first = redis;
        this.folder = folder;
    }

    @Override
    public void begin() {
        first.close();
    }

    @Override
    public void end() {
        second = DevRedis.start(folder, first.uri().getPort());
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
    }
}
