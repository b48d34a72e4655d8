package io.multichat.sinks.redis;

import io.multichat.sinks.redis.TlsFiles.KeystoreFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

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
record EndpointSettings(
        RedisMode mode,
        RedisUri uri,
        Credentials login,
        String sentinelMaster,
        Credentials sentinelLogin,
        TlsFiles tls) {

    static EndpointSettings of(AbstractConfig settings) {
        RedisMode mode = RedisMode.of(settings.getString(EndpointKeys.MODE));
        return new EndpointSettings(
                mode,
                RedisUri.parse(settings.getPassword(EndpointKeys.URI).value(), mode.defaultPort()),
                login(settings, EndpointKeys.USERNAME, EndpointKeys.PASSWORD),
                settings.getString(EndpointKeys.SENTINEL_MASTER),
                login(settings, EndpointKeys.SENTINEL_USERNAME, EndpointKeys.SENTINEL_PASSWORD),
                new TlsFiles(
                        file(settings, EndpointKeys.TRUSTSTORE, EndpointKeys.TRUSTSTORE_PASSWORD),
                        file(settings, EndpointKeys.KEYSTORE, EndpointKeys.KEYSTORE_PASSWORD)));
    }

    /** What does not fit together, all at once; no message holds a secret. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (mode == RedisMode.STANDALONE && uri.servers().size() > 1) {
            problems.add(EndpointKeys.MODE + " must be cluster or sentinel when redis.uri names several");
        }
        if (mode == RedisMode.CLUSTER && uri.database() != 0) {
            problems.add(EndpointKeys.URI + " must name no database: a Redis Cluster has only one");
        }
        loginProblem(EndpointKeys.PASSWORD, login).ifPresent(problems::add);
        if (login.isGiven() && uri.login().isGiven()) {
            problems.add(
                    EndpointKeys.PASSWORD + " must be empty when redis.uri holds a password, and redis.username too");
        }
        problems.addAll(sentinelProblems());
        tlsProblem().ifPresent(problems::add);
        return problems;
    }

    /** Who logs in to Redis, wherever it was told. */
    Credentials redisLogin() {
        return login.isGiven() ? login : uri.login();
    }

    private List<String> sentinelProblems() {
        List<String> problems = new ArrayList<>();
        if (mode == RedisMode.SENTINEL) {
            if (sentinelMaster.isEmpty()) {
                problems.add(
                        EndpointKeys.SENTINEL_MASTER + " must be the name under which the Sentinels watch the master");
            }
            loginProblem(EndpointKeys.SENTINEL_PASSWORD, sentinelLogin).ifPresent(problems::add);
        } else if (!sentinelMaster.isEmpty() || sentinelLogin.isGiven()) {
            problems.add(EndpointKeys.MODE + " must be sentinel when redis.sentinel.… is set");
        }
        return problems;
    }

    private Optional<String> tlsProblem() {
        if (tls.areGiven() && !uri.tls()) {
            return Optional.of(EndpointKeys.URI + " must begin with rediss:// when redis.tls.… is set");
        }
        String file = tls.truststore().isGiven() ? EndpointKeys.TRUSTSTORE : EndpointKeys.KEYSTORE;
        return uri.tls() ? tls.problem().map(rule -> file + " " + rule) : Optional.empty();
    }

    private static Optional<String> loginProblem(String passwordKey, Credentials login) {
        return login.isGiven() && !login.hasPassword()
                ? Optional.of(passwordKey + " must be set for the user")
                : Optional.empty();
    }

    private static Credentials login(AbstractConfig settings, String user, String password) {
        return new Credentials(settings.getString(user), settings.getPassword(password));
    }

    private static KeystoreFile file(AbstractConfig settings, String path, String password) {
        return new KeystoreFile(settings.getString(path), settings.getPassword(password));
    }
}
