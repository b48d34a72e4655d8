package io.multichat.sinks.redis;

import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.DefaultJedisClientConfig;

/**
 * Who logs in. Printed without the password.
 *
 * @param user the name of an ACL user; empty: Redis' default user
 * @param password empty: nobody logs in
 */
record Credentials(String user, Password password) {
    /** Nobody. */
    static final Credentials NONE = new Credentials("", new Password(""));

    boolean isGiven() {
        return !user.isEmpty() || hasPassword();
    }

    boolean hasPassword() {
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
