package io.multichat.sinks.redis.link;

import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.DefaultJedisClientConfig;

/**
 * User and password. Printed without the password.
 *
 * @param user the name of an ACL user; empty for the default user
 * @param password empty for no authentication
 */
public record Credentials(String user, Password password) {
    /** No authentication. */
    static final Credentials NONE = new Credentials("", new Password(""));

    /** True if a user or a password is set. */
    public boolean isGiven() {
        return !user.isEmpty() || hasPassword();
    }

    /** True if a password is set. */
    public boolean hasPassword() {
        return !password.value().isEmpty();
    }

    void applyTo(DefaultJedisClientConfig.Builder client) {
        if (!user.isEmpty()) {
            client.user(user);
        }
        if (hasPassword()) {
            client.password(password.value());
        }
    }
}
