package io.multichat.sinks.redis.link;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.SslOptions;

/**
 * Files for TLS, each a keystore of Java: PKCS12 or JKS. They are read again for each connection, so they can be renewed.
 *
 * @param truststore whose certificates are trusted; empty: those that Java trusts
 * @param keystore the certificate and key that this side shows; empty: none
 */
public record TlsFiles(KeystoreFile truststore, KeystoreFile keystore) {
    /**
     * A keystore.
     *
     * @param path empty: there is none
     * @param password empty: the file has none
     */
    public record KeystoreFile(String path, Password password) {
        public boolean isGiven() {
            return !path.isEmpty();
        }

        private char[] secret() {
            return password.value().isEmpty() ? null : password.value().toCharArray();
        }
    }

    public boolean areGiven() {
        return truststore.isGiven() || keystore.isGiven();
    }

    /** Certificate and host name of the server are checked, always. */
    SslOptions options() {
        SslOptions.Builder options = SslOptions.builder();
        if (truststore.isGiven()) {
            options.truststore(new File(truststore.path()), truststore.secret());
        }
        if (keystore.isGiven()) {
            options.keystore(new File(keystore.path()), keystore.secret());
        }
        return options.build();
    }

    /** Why the files cannot be used now; holds no password. */
    public Optional<String> problem() {
        try {
            options().createSslContext();
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of(
                    "cannot be used (keystores of Java, PKCS12 or JKS, with their passwords): " + e.getMessage());
        }
    }
}
