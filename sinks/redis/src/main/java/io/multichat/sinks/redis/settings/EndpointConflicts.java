package io.multichat.sinks.redis.settings;

import io.multichat.sinks.redis.link.Credentials;
import io.multichat.sinks.redis.link.RedisMode;
import io.multichat.sinks.redis.link.RedisUri;
import io.multichat.sinks.redis.link.TlsFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * Finds conflicts between the settings of the connection, considering only those that are valid in themselves.
 *
 * @param mode {@code redis.mode}; empty if invalid
 * @param uri {@code redis.uri}; empty if invalid
 * @param login {@code redis.username}, {@code redis.password}
 * @param sentinelMaster {@code redis.sentinel.master}; empty if not set
 * @param sentinelLogin {@code redis.sentinel.username}, {@code redis.sentinel.password}
 * @param tls {@code redis.tls.…}
 */
record EndpointConflicts(
        Optional<RedisMode> mode,
        Optional<RedisUri> uri,
        Credentials login,
        String sentinelMaster,
        Credentials sentinelLogin,
        TlsFiles tls) {

    /** @param valid the parsed values of the valid settings, by name; the texts and passwords among them are always valid */
    static EndpointConflicts of(Map<String, Object> valid) {
        Optional<RedisMode> mode =
                Optional.ofNullable((String) valid.get(EndpointConfig.MODE)).map(RedisMode::of);
        int defaultPort = mode.orElse(RedisMode.STANDALONE).defaultPort();
        return new EndpointConflicts(
                mode,
                Optional.ofNullable((Password) valid.get(EndpointConfig.URI))
                        .map(uri -> RedisUri.parse(uri.value(), defaultPort)),
                EndpointRules.login(valid),
                (String) valid.get(EndpointConfig.SENTINEL_MASTER),
                EndpointRules.sentinelLogin(valid),
                EndpointRules.tls(valid));
    }

    /** All conflicts; no message contains a secret. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        uri.ifPresent(valid -> problems.addAll(uriProblems(valid)));
        loginProblem(EndpointConfig.PASSWORD, login).ifPresent(problems::add);
        mode.ifPresent(valid -> problems.addAll(sentinelProblems(valid)));
        problems.addAll(tlsProblems());
        return problems;
    }

    private List<String> uriProblems(RedisUri valid) {
        List<String> problems = new ArrayList<>();
        if (mode.equals(Optional.of(RedisMode.STANDALONE)) && valid.servers().size() > 1) {
            problems.add(EndpointConfig.MODE + " must be cluster or sentinel when redis.uri names several servers");
        }
        if (mode.equals(Optional.of(RedisMode.CLUSTER)) && valid.database() != 0) {
            problems.add(EndpointConfig.URI + " must not name a database: a Redis Cluster has only one");
        }
        if (login.isGiven() && valid.login().isGiven()) {
            problems.add(EndpointConfig.USERNAME + " and " + EndpointConfig.PASSWORD
                    + " must be empty when redis.uri contains a password");
        }
        if (tls.areGiven() && !valid.tls()) {
            problems.add(EndpointConfig.URI + " must start with rediss:// when redis.tls.… is set");
        }
        return problems;
    }

    private List<String> sentinelProblems(RedisMode valid) {
        List<String> problems = new ArrayList<>();
        if (valid == RedisMode.SENTINEL) {
            if (sentinelMaster.isEmpty()) {
                problems.add(
                        EndpointConfig.SENTINEL_MASTER + " must be the name of the master that the Sentinels monitor");
            }
            loginProblem(EndpointConfig.SENTINEL_PASSWORD, sentinelLogin).ifPresent(problems::add);
        } else if (!sentinelMaster.isEmpty() || sentinelLogin.isGiven()) {
            problems.add(EndpointConfig.MODE + " must be sentinel when redis.sentinel.… is set");
        }
        return problems;
    }

    private List<String> tlsProblems() {
        if (uri.isPresent() && !uri.get().tls()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        tls.truststoreProblem().ifPresent(problem -> problems.add(EndpointConfig.TRUSTSTORE + " " + problem));
        tls.keystoreProblem().ifPresent(problem -> problems.add(EndpointConfig.KEYSTORE + " " + problem));
        return problems;
    }

    private static Optional<String> loginProblem(String passwordKey, Credentials login) {
        return login.isGiven() && !login.hasPassword()
                ? Optional.of(passwordKey + " must be set when a user is set")
                : Optional.empty();
    }
}
