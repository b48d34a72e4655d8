package io.multichat.sinks.redis.settings;

import io.multichat.sinks.redis.link.RedisMode;
import io.multichat.sinks.redis.link.RedisUri;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Defines the settings of the connection to Redis: names, types, defaults, validators and documentation. */
public final class EndpointConfig {
    public static final String URI = "redis.uri";
    public static final String MODE = "redis.mode";
    public static final String USERNAME = "redis.username";
    public static final String PASSWORD = "redis.password";
    public static final String SENTINEL_MASTER = "redis.sentinel.master";
    static final String SENTINEL_USERNAME = "redis.sentinel.username";
    public static final String SENTINEL_PASSWORD = "redis.sentinel.password";
    public static final String TRUSTSTORE = "redis.tls.truststore";
    public static final String TRUSTSTORE_PASSWORD = "redis.tls.truststore.password";
    public static final String KEYSTORE = "redis.tls.keystore";
    public static final String KEYSTORE_PASSWORD = "redis.tls.keystore.password";

    private EndpointConfig() {}

    /** Adds these settings to a definition. */
    static ConfigDef define(ConfigDef settings) {
        settings.define(
                URI,
                Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(
                        EndpointConfig::requireUri, () -> "redis:// or rediss:// (TLS), then hosts and ports"),
                Importance.HIGH,
                "Address of Redis: redis://[user:password@]host[:port][,host[:port]]…[/database], or rediss:// for TLS."
                        + " Several hosts are nodes of a Redis Cluster or Sentinels. Percent-encode special characters in"
                        + " the user and password, or set redis.username and redis.password instead.");
        settings.define(
                MODE,
                Type.STRING,
                RedisMode.STANDALONE.spelling(),
                ConfigDef.ValidString.in(RedisMode.spellings()),
                Importance.HIGH,
                "What redis.uri names: one server (standalone), nodes of a Redis Cluster (cluster) or Sentinels (sentinel).");
        text(settings, USERNAME, "ACL user for Redis. Empty: the default user.");
        secret(settings, PASSWORD, "Password for Redis. Empty: the password in redis.uri, if any.");
        text(
                settings,
                SENTINEL_MASTER,
                "Name of the master that the Sentinels monitor. Required for redis.mode=sentinel.");
        text(settings, SENTINEL_USERNAME, "ACL user for the Sentinels. Empty: the default user.");
        secret(settings, SENTINEL_PASSWORD, "Password for the Sentinels. Empty: no authentication.");
        text(
                settings,
                TRUSTSTORE,
                "Keystore file (PKCS12 or JKS) with the certificates to trust. Empty: the certificates that Java trusts.");
        secret(settings, TRUSTSTORE_PASSWORD, "Password of redis.tls.truststore. Empty: the file has no password.");
        text(
                settings,
                KEYSTORE,
                "Keystore file (PKCS12 or JKS) with the client certificate and its key. Empty: no certificate is sent.");
        secret(
                settings,
                KEYSTORE_PASSWORD,
                "Password of redis.tls.keystore and its key. Empty: the file has no password.");
        return settings;
    }

    private static void text(ConfigDef settings, String name, String documentation) {
        settings.define(name, Type.STRING, "", Importance.MEDIUM, documentation);
    }

    private static void secret(ConfigDef settings, String name, String documentation) {
        settings.define(name, Type.PASSWORD, "", Importance.MEDIUM, documentation);
    }

    private static void requireUri(String name, Object value) {
        if (value == null) {
            return; // a missing URI has its own message
        }
        try {
            RedisUri.parse(((Password) value).value(), RedisMode.STANDALONE.defaultPort());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, Password.HIDDEN, e.getMessage());
        }
    }
}
