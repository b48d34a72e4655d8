package io.multichat.sinks.redis.settings;

import io.multichat.sinks.redis.link.RedisMode;
import io.multichat.sinks.redis.link.RedisUri;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The settings that say where Redis is and who comes: their names, each one's own rule, what they mean. */
public final class EndpointKeys {
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

    private EndpointKeys() {}

    static ConfigDef define(ConfigDef settings) {
        settings.define(
                URI,
                Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(
                        EndpointKeys::requireUri, () -> "redis:// or rediss:// (TLS), hosts, ports"),
                Importance.HIGH,
                "Where Redis is: redis://[user:password@]host[:port][,host[:port]]…[/database], rediss:// with TLS. Several"
                        + " hosts are nodes of a Redis Cluster or Sentinels. Percent-encode special characters of user and"
                        + " password, or give these in redis.username and redis.password.");
        settings.define(
                MODE,
                Type.STRING,
                RedisMode.STANDALONE.spelling(),
                ConfigDef.ValidString.in(RedisMode.spellings()),
                Importance.HIGH,
                "What redis.uri names: one server (standalone), nodes of a Redis Cluster (cluster), or Sentinels (sentinel).");
        text(settings, USERNAME, "The ACL user of Redis; empty: the default user.");
        secret(settings, PASSWORD, "The password for Redis; empty: none, or the one of redis.uri.");
        text(
                settings,
                SENTINEL_MASTER,
                "With redis.mode=sentinel: the name under which the Sentinels watch the master.");
        text(settings, SENTINEL_USERNAME, "The ACL user of the Sentinels; empty: their default user.");
        secret(settings, SENTINEL_PASSWORD, "The password for the Sentinels; empty: none.");
        text(
                settings,
                TRUSTSTORE,
                "Keystore file (PKCS12, JKS) with the certificates to trust; empty: those Java trusts.");
        secret(settings, TRUSTSTORE_PASSWORD, "The password of that file; empty: none.");
        text(settings, KEYSTORE, "Keystore file with the certificate and key to show to Redis; empty: none is shown.");
        secret(settings, KEYSTORE_PASSWORD, "The password of that file and its key; empty: none.");
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
            return; // a missing value has its own message
        }
        try {
            RedisUri.parse(((Password) value).value(), RedisMode.STANDALONE.defaultPort());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, Password.HIDDEN, e.getMessage());
        }
    }
}
