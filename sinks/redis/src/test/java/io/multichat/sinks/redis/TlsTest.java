package io.multichat.sinks.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import io.multichat.sinks.core.testing.TestCertificate;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.testing.FreePorts;
import io.multichat.sinks.redis.testing.ManyConversations;
import io.multichat.sinks.redis.testing.TestRedis;
import io.multichat.sinks.redis.write.RedisSinkStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path folder;

    private static TestCertificate server;
    private static TestCertificate client;
    private TestRedis redis;
    private int tlsPort;

    @BeforeAll
    static void makeCertificates() {
        server = TestCertificate.make(folder, "server", "ip:127.0.0.1");
        client = TestCertificate.make(folder, "client", "dns:client");
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
    }

    @Test
    void aServerWithATrustedCertificateIsWrittenAndRead() throws IOException {
        start(server, "tls-auth-clients no");
        Map<String, String> properties = trusting(server);

        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(properties), () -> 0)) {
            writer.write(ManyConversations.batch(1));
        }

        assertThat(ManyConversations.idsRead(properties))
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1")));
    }

    @Test
    void aServerWithAnUntrustedCertificateIsRefused() throws IOException {
        start(server, "tls-auth-clients no");

        StoreException refused = errorOfAWrite(Map.of(EndpointConfig.URI, "rediss://127.0.0.1:" + tlsPort));

        assertThat(refused.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(refused).hasMessageContaining("certification path");
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws IOException {
        TestCertificate other = TestCertificate.make(folder, "other", "dns:elsewhere");
        start(other, "tls-auth-clients no");

        assertThat(errorOfAWrite(trusting(other))).hasMessageContaining("127.0.0.1");
    }

    @Test
    void theKeystoreHoldsTheClientCertificateThatAServerRequires() throws IOException {
        start(server, "tls-auth-clients yes");
        assertThat(errorOfAWrite(trusting(server)).verdict()).isEqualTo(Verdict.RETRY);

        Map<String, String> properties = trusting(server);
        properties.put(EndpointConfig.KEYSTORE, client.keystore().toString());
        properties.put(EndpointConfig.KEYSTORE_PASSWORD, TestCertificate.PASSWORD);
        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(properties), () -> 0)) {
            writer.write(ManyConversations.batch(1));
        }

        assertThat(ManyConversations.idsRead(properties))
                .allSatisfy(ids -> assertThat(ids).contains(List.of("m1")));
    }

    private void start(TestCertificate certificate, String line) throws IOException {
        tlsPort = FreePorts.next();
        redis = TestRedis.start(
                "tls-port " + tlsPort,
                "tls-cert-file " + certificate.certificate(),
                "tls-key-file " + certificate.key(),
                "tls-ca-cert-file " + client.certificate(),
                line);
    }

    private Map<String, String> trusting(TestCertificate certificate) {
        return new HashMap<>(Map.of(
                EndpointConfig.URI,
                "rediss://127.0.0.1:" + tlsPort,
                EndpointConfig.TRUSTSTORE,
                certificate.keystore().toString(),
                EndpointConfig.TRUSTSTORE_PASSWORD,
                TestCertificate.PASSWORD));
    }

    private static StoreException errorOfAWrite(Map<String, String> properties) {
        try (RedisSinkStore writer = new RedisSinkStore(RedisSettings.of(properties), () -> 0)) {
            return catchThrowableOfType(StoreException.class, () -> writer.write(ManyConversations.batch(1)));
        }
    }
}
