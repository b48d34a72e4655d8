package io.multichat.benchmarks.sink;

import io.multichat.app.embedded.FreePort;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.benchmarks.sink.raw.Contender;
import io.multichat.benchmarks.sink.raw.RawRedis;
import io.multichat.benchmarks.sink.raw.RedisWrites;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import io.multichat.sinks.redis.RedisSinkConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** A separate Redis, the same as the application runs, with its append-only file. */
final class BenchmarkedRedis implements BenchmarkedStore {
    /** Counts inside the server, which holds nothing else. */
    private static final String COUNT = """
            local sum = 0
            for _, key in ipairs(redis.call('KEYS', 'mc:*:' .. ARGV[1])) do
              sum = sum + redis.call(ARGV[2], key)
            end
            return sum""";

    // Emptying a server that appends to a file takes long on a busy disk.
    private static final int EMPTYING_MS = 60_000;

    private final DevRedis server;
    private final RedisClient client;

    BenchmarkedRedis(Path folder) {
        server = DevRedis.start(folder, FreePort.find());
        client = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(server.uri()))
                .clientConfig(DefaultJedisClientConfig.builder(server.uri())
                        .socketTimeoutMillis(EMPTYING_MS)
                        .build())
                .build();
    }

    @Override
    public List<Entrant> entrants() {
        return List.of(
                new Entrant("sink task", this::task),
                new Entrant("raw Jedis", () -> new RawRedis(client, RedisWrites::oneByOne)),
                new Entrant("raw Jedis, grouped", () -> new RawRedis(client, RedisWrites::grouped)));
    }

    private Contender task() {
        return new TaskContender(
                new RedisSinkConnector(),
                Map.of(
                        "name",
                        "redis",
                        "redis.uri",
                        server.uri().toString(),
                        "redis.messages.max",
                        "1000000000",
                        "redis.messages.max.bytes",
                        "64GiB"));
    }

    /** A message or session counts only if it is in both of its keys. */
    @Override
    public StoredCounts contents() {
        return new StoredCounts(
                Math.min(sum("messages", "ZCARD"), sum("bodies", "HLEN")),
                Math.min(sum("order", "ZCARD"), sum("sessions", "HLEN")));
    }

    @Override
    public void clear() {
        client.flushAll();
    }

    @Override
    public double serverCpuSeconds() {
        return client.info("cpu")
                .lines()
                .filter(line -> line.matches("used_cpu_(sys|user):.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
                .sum();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private long sum(String keys, String command) {
        return (Long) client.eval(COUNT, List.of(), List.of(keys, command));
    }
}
