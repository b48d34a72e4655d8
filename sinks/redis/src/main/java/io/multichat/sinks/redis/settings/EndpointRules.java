package io.multichat.sinks.redis.settings;

import io.multichat.sinks.redis.link.Credentials;
import io.multichat.sinks.redis.link.EndpointSettings;
import io.multichat.sinks.redis.link.RedisMode;
import io.multichat.sinks.redis.link.RedisUri;
import io.multichat.sinks.redis.link.TlsFiles;
import io.multichat.sinks.redis.link.TlsFiles.KeystoreFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;

/** How the settings that say where Redis is are read, and which of them do not fit together. */
final class EndpointRules {
    private EndpointRules() {}

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
    static List<String> problems(EndpointSettings settings) {
        List<String> problems = new ArrayList<>();
        if (settings.mode() == RedisMode.STANDALONE && settings.uri().servers().size() > 1) {
            problems.add(EndpointKeys.MODE + " must be cluster or sentinel when redis.uri names several");
        }
        if (settings.mode() == RedisMode.CLUSTER && settings.uri().database() != 0) {
            problems.add(EndpointKeys.URI + " must name no database: a Redis Cluster has only one");
        }
        loginProblem(EndpointKeys.PASSWORD, settings.login()).ifPresent(problems::add);
        if (settings.login().isGiven() && settings.uri().login().isGiven()) {
            problems.add(
                    EndpointKeys.PASSWORD + " must be empty when redis.uri holds a password, and redis.username too");
        }
        problems.addAll(sentinelProblems(settings));
        tlsProblem(settings).ifPresent(problems::add);
        return problems;
    }

    private static List<String> sentinelProblems(EndpointSettings settings) {
        List<String> problems = new ArrayList<>();
        if (settings.mode() == RedisMode.SENTINEL) {
            if (settings.sentinelMaster().isEmpty()) {
                problems.add(
                        EndpointKeys.SENTINEL_MASTER + " must be the name under which the Sentinels watch the master");
            }
            loginProblem(EndpointKeys.SENTINEL_PASSWORD, settings.sentinelLogin())
                    .ifPresent(problems::add);
        } else if (!settings.sentinelMaster().isEmpty()
                || settings.sentinelLogin().isGiven()) {
            problems.add(EndpointKeys.MODE + " must be sentinel when redis.sentinel.… is set");
        }
        return problems;
    }

    private static Optional<String> tlsProblem(EndpointSettings settings) {
        if (settings.tls().areGiven() && !settings.uri().tls()) {
            return Optional.of(EndpointKeys.URI + " must begin with rediss:// when redis.tls.… is set");
        }
        String file = settings.tls().truststore().isGiven() ? EndpointKeys.TRUSTSTORE : EndpointKeys.KEYSTORE;
        return settings.uri().tls() ? settings.tls().problem().map(rule -> file + " " + rule) : Optional.empty();
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
