package io.multichat.sinks.redis.settings;

import io.multichat.sinks.redis.link.Credentials;
import io.multichat.sinks.redis.link.EndpointSettings;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisMode;
import io.multichat.sinks.redis.link.RedisUri;
import io.multichat.sinks.redis.link.TlsFiles;
import io.multichat.sinks.redis.link.TlsFiles.KeystoreFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/** Parses settings that include those of the connection to Redis, with every problem in one error. */
public final class EndpointRules {
    private EndpointRules() {}

    /**
     * The Redis that the settings name.
     *
     * @param given at least {@code redis.uri}; settings unrelated to the connection are ignored
     * @throws ConfigException if the settings are invalid; the message names every problem and contains no secret
     */
    public static RedisEndpoint endpoint(Map<String, String> given) {
        return endpoint(parse(EndpointConfig.define(new ConfigDef()), given, "cannot connect to Redis"));
    }

    static RedisEndpoint endpoint(AbstractConfig parsed) {
        RedisMode mode = RedisMode.of(parsed.getString(EndpointConfig.MODE));
        Map<String, ?> values = parsed.values();
        return new RedisEndpoint(new EndpointSettings(
                mode,
                RedisUri.parse(parsed.getPassword(EndpointConfig.URI).value(), mode.defaultPort()),
                login(values),
                parsed.getString(EndpointConfig.SENTINEL_MASTER),
                sentinelLogin(values),
                tls(values)));
    }

    /**
     * Settings that are valid, each in itself and together.
     *
     * @param definition includes the settings of {@link EndpointConfig}
     * @param failure the start of the error message: what is impossible because of these problems
     * @throws ConfigException with every problem in its message
     */
    static AbstractConfig parse(ConfigDef definition, Map<String, String> given, String failure) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> valid = new HashMap<>();
        for (ConfigValue setting : definition.validate(given)) {
            problems.addAll(setting.errorMessages());
            if (setting.errorMessages().isEmpty()) {
                valid.put(setting.name(), setting.value());
            }
        }
        problems.addAll(EndpointConflicts.of(valid).problems());
        if (!problems.isEmpty()) {
            throw new ConfigException(failure + ": " + String.join("; ", problems));
        }
        return new AbstractConfig(definition, given, false);
    }

    static Credentials login(Map<String, ?> values) {
        return new Credentials(
                (String) values.get(EndpointConfig.USERNAME), (Password) values.get(EndpointConfig.PASSWORD));
    }

    static Credentials sentinelLogin(Map<String, ?> values) {
        return new Credentials((String) values.get(EndpointConfig.SENTINEL_USERNAME), (Password)
                values.get(EndpointConfig.SENTINEL_PASSWORD));
    }

    static TlsFiles tls(Map<String, ?> values) {
        return new TlsFiles(
                new KeystoreFile((String) values.get(EndpointConfig.TRUSTSTORE), (Password)
                        values.get(EndpointConfig.TRUSTSTORE_PASSWORD)),
                new KeystoreFile((String) values.get(EndpointConfig.KEYSTORE), (Password)
                        values.get(EndpointConfig.KEYSTORE_PASSWORD)));
    }
}
