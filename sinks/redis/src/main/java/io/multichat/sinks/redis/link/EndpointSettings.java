package io.multichat.sinks.redis.link;

/**
 * The settings that say where Redis is and who comes, each right by itself.
 *
 * @param mode {@code redis.mode}
 * @param uri {@code redis.uri}
 * @param login {@code redis.username}, {@code redis.password}
 * @param sentinelMaster {@code redis.sentinel.master}; empty: none
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

    /** Who logs in to Redis, wherever it was told. */
    public Credentials redisLogin() {
        return login.isGiven() ? login : uri.login();
    }
}
