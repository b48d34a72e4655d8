package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.LoopbackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Whatever Redis listens on a port of 127.0.0.1, seen through its protocol. Connects for each question.
 *
 * @param port its port
 */
record LocalRedis(int port) {
    private static final Pattern PROCESS_ID = Pattern.compile("(?m)^process_id:(\\d+)");

    /** Auto-negotiation of the protocol is not for this kind of client, which warns about it. */
    private static final JedisClientConfig CLIENT = DefaultJedisClientConfig.builder()
            .timeoutMillis(2_000)
            .autoNegotiateProtocol(false)
            .build();

    /** Which process on which directory. */
    record Identity(long pid, Path directory) {}

    /**
     * Who answers, also while it is still loading its data; empty when nothing does, or nothing that is a Redis open to
     * us.
     */
    Optional<Identity> identity() {
        try (Jedis redis = connect()) {
            Matcher pid = PROCESS_ID.matcher(redis.info("server"));
            if (!pid.find()) {
                return Optional.empty();
            }
            Path directory = Path.of(redis.configGet("dir").get("dir")).toRealPath();
            return Optional.of(new Identity(Long.parseLong(pid.group(1)), directory));
        } catch (JedisConnectionException | JedisDataException | IOException e) {
            return Optional.empty();
        }
    }

    /** Whether commands are served: false while nothing listens and while it loads its data. */
    boolean isReady() {
        try (Jedis redis = connect()) {
            return "PONG".equals(redis.ping());
        } catch (JedisConnectionException | JedisDataException e) {
            return false;
        }
    }

    /**
     * Asks it to write what it holds and to end; returns before it has ended.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if it does not answer or refuses
     */
    void shutDown() {
        try (Jedis redis = connect()) {
            redis.shutdown();
        }
    }

    private Jedis connect() {
        return new Jedis(LoopbackPort.HOST, port, CLIENT);
    }
}
