package io.multichat.sinks.redis.link;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.SslOptions;

/**
 * The files for TLS, Java keystores (PKCS12 or JKS). They are read again for each connection, so they can be replaced at any
 * time.
 *
 * @param truststore the certificates to trust; if not set, Java's default certificates
 * @param keystore the client certificate and its key; if not set, no certificate is sent
 */
public record TlsFiles(KeystoreFile truststore, KeystoreFile keystore) {
    /**
     * A keystore file.
     *
     * @param path empty if not set
     * @param password empty if the file has none
     */
    public record KeystoreFile(String path, Password password) {
        /** True if the path is set. */
        public boolean isGiven() {
            return !path.isEmpty();
        }

        private static final KeystoreFile NONE = new KeystoreFile("", new Password(""));

        private char[] secret() {
            return password.value().isEmpty() ? null : password.value().toCharArray();
        }
    }

    /** True if at least one of the two is set. */
    public boolean areGiven() {
        return truststore.isGiven() || keystore.isGiven();
    }

    /** Why the truststore cannot be used, without its password; empty if it can, or is not set. */
    public Optional<String> truststoreProblem() {
        return new TlsFiles(truststore, KeystoreFile.NONE).problem();
    }

    /** Why the keystore cannot be used, without its password; empty if it can, or is not set. */
    public Optional<String> keystoreProblem() {
        return new TlsFiles(KeystoreFile.NONE, keystore).problem();
    }

    /** Always verifies the certificate and the host name of the server. */
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

    private Optional<String> problem() {
        try {
            options().createSslContext();
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of(
                    "cannot be read as a Java keystore (PKCS12 or JKS) with its password: " + e.getMessage());
        }
    }
}
