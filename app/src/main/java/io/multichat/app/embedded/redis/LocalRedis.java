package io.multichat.app.embedded.redis;

import io.multichat.app.embedded.LoopbackPort;
import io.multichat.events.text.WholeNumbers;
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
 * A client of whatever Redis listens on a port of 127.0.0.1. Opens a connection for each call.
 *
 * @param port 1 to 65535
 * @param password of the default user
 */
record LocalRedis(int port, String password) {
    private static final Pattern PROCESS_ID = Pattern.compile("(?m)^process_id:([0-9]{1,10})");
    private static final Pattern CONFIGURATION = Pattern.compile("(?m)^config_file:(.+?)\\r?$");

    /** The process that answers and the directory of its configuration. */
    record Identity(long pid, Path directory) {}

    /**
     * Identifies the Redis that answers, even while it is loading its data; empty when nothing answers, or when what answers
     * is not a Redis that accepts these commands.
     */
    Optional<Identity> identity() {
        try (Jedis redis = connect()) {
            String server = redis.info("server");
            Matcher pid = PROCESS_ID.matcher(server);
            Matcher configuration = CONFIGURATION.matcher(server);
            if (!pid.find() || !configuration.find()) {
                return Optional.empty();
            }
            Path directory = Path.of(configuration.group(1)).toRealPath().getParent();
            return Optional.of(new Identity(WholeNumbers.parseLong(pid.group(1)), directory));
        } catch (JedisConnectionException | JedisDataException | IOException e) {
            return Optional.empty();
        }
    }

    /** Whether Redis serves commands; false while nothing listens and while it is loading its data. */
    boolean isReady() {
        try (Jedis redis = connect()) {
            return "PONG".equals(redis.ping());
        } catch (JedisConnectionException | JedisDataException e) {
            return false;
        }
    }

    /**
     * Asks Redis to save its data and end. Returns before it has ended.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if it does not answer or refuses
     */
    void shutDown() {
        try (Jedis redis = connect()) {
            redis.shutdown();
        }
    }

    /** Without protocol negotiation, which this kind of client does not support and warns about. */
    private Jedis connect() {
        JedisClientConfig client = DefaultJedisClientConfig.builder()
                .timeoutMillis(2_000)
                .autoNegotiateProtocol(false)
                .password(password)
                .build();
        return new Jedis(LoopbackPort.HOST, port, client);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LocalRedis[" + port + "]";
    }
}
