package io.multichat.sinks.redis.link;

import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.DefaultJedisClientConfig;

/**
 * Who logs in. Printed without the password.
 *
 * @param user the name of an ACL user; empty: Redis' default user
 * @param password empty: nobody logs in
 */
public record Credentials(String user, Password password) {
    /** Nobody. */
    static final Credentials NONE = new Credentials("", new Password(""));

    public boolean isGiven() {
        return !user.isEmpty() || hasPassword();
    }

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
