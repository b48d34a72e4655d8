package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.server.security.ApiKeys;
import io.multichat.server.security.CertificateFiles;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.core.testing.TestCertificate;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with certificates in PEM files. */
class TlsTest {
    @TempDir
    private Path folder;

    private TestCertificate first;
    private CertificateFiles files;

    @BeforeEach
    void makeCertificate() throws Exception {
        first = TestCertificate.make(folder, "first", "ip:127.0.0.1");
        files = new CertificateFiles(folder.resolve("tls.crt"), folder.resolve("tls.key"));
        install(first);
    }

    @Test
    void aClientThatTrustsTheCertificateIsAnsweredOverHttps() throws Exception {
        try (RunningServer server = start()) {
            assertThat(server.uri().getScheme()).isEqualTo("https");
            HttpResponse<String> answer = get(server.uri(), first);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("alive");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(server.raw("GET /livez HTTP/1.1\r\nHost: localhost")).doesNotContain("alive");
        }
    }

    @Test
    void aNewCertificateIsUsedFromTheNextConnectionOn() throws Exception {
        TestCertificate second = TestCertificate.make(folder, "second", "ip:127.0.0.1");
        try (RunningServer server = start()) {
            assertThat(get(server.uri(), first).statusCode()).isEqualTo(200);

            install(second);
            assertThat(get(server.uri(), second).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(server.uri(), first)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void filesThatDoNotBelongTogetherChangeNothing() throws Exception {
        TestCertificate second = TestCertificate.make(folder, "second", "ip:127.0.0.1");
        try (RunningServer server = start()) {
            Files.copy(second.certificate(), files.chain(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(get(server.uri(), first).statusCode()).isEqualTo(200);
            Files.delete(files.key());
            assertThat(get(server.uri(), first).statusCode()).isEqualTo(200);

            install(second);
            assertThat(get(server.uri(), second).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theServerDoesNotStartWithFilesThatCannotBeUsed() throws Exception {
        Files.writeString(files.key(), Files.readString(first.key()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl pkcs8");
        TestCertificate second = TestCertificate.make(folder, "second", "ip:127.0.0.1");
        Files.copy(second.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::start).hasMessageContaining("does not belong to the certificate");
    }

    private RunningServer start() {
        return new RunningServer(
                new Listener(new Access("127.0.0.1", ApiKeys.none()), 0, Optional.of(files), false, false),
                Tiers.of(id -> Optional.empty(), new StoreChain(List.of(), Optional.empty()), () -> false),
                List.of(),
                new SqliteSearch(folder.resolve("missing.db")));
    }

    private void install(TestCertificate certificate) throws Exception {
        Files.copy(certificate.certificate(), files.chain(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(certificate.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The answer of {@code /livez} over a new connection. */
    private static HttpResponse<String> get(URI server, TestCertificate trusted) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        try (InputStream pem = Files.newInputStream(trusted.certificate())) {
            trust.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(server + "/livez")).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
