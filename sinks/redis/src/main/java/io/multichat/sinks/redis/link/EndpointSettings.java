package io.multichat.sinks.redis.link;

/**
 * The settings of the connection to Redis, each valid in itself.
 *
 * @param mode {@code redis.mode}
 * @param uri {@code redis.uri}
 * @param login {@code redis.username}, {@code redis.password}
 * @param sentinelMaster {@code redis.sentinel.master}; empty if not set
 * @param sentinelLogin {@code redis.sentinel.username}, {@code redis.sentinel.password}
 * @param tls {@code redis.tls.…}
 */
public record EndpointSettings(
        RedisMode mode,
        RedisUri uri,
        Credentials login,
        String sentinelMaster,
        Credentials sentinelLogin,
        TlsFiles tls) {

    /** The credentials for Redis, from the settings or else from the URI. */
    public Credentials redisLogin() {
        return login.isGiven() ? login : uri.login();
    }
}
