package io.multichat.app.connect.outage;

import io.multichat.app.embedded.redis.DevRedis;
import java.nio.file.Path;

/** Redis is shut down and later restarted with the data that it kept. */
final class RedisAway implements Outage, AutoCloseable {
    private final DevRedis first;
    private final Path folder;
    private DevRedis second;

    /** @param folder the folder of the running Redis */
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
