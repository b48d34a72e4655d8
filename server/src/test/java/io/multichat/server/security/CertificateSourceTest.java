package io.multichat.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is replaced while the server runs. */
class CertificateSourceTest {
    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private CertificateSource source;

    @BeforeEach
    void startWithOne() throws Exception {
        source = new CertificateSource(
                new CertificateFiles(folder.resolve("tls.crt"), folder.resolve("tls.key")),
                "secret".toCharArray(),
                now::get);
        install("first", Duration.ofHours(-1));
        source.first();
    }

    @Test
    void itIsReadOnceThoughItIsSoFreshThatAFurtherChangeCouldGoUnnoticed() throws Exception {
        install("second", Duration.ofHours(1));

        assertThat(source.changed()).isPresent();
        assertThat(source.changed()).isEmpty();
    }

    @Test
    void aFreshOneIsReadAgainAfterAMoment() throws Exception {
        install("second", Duration.ofHours(1));
        source.changed();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));

        assertThat(source.changed()).isPresent();
    }

    @Test
    void anOldOneIsNotReadAgain() throws Exception {
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(source.changed()).isEmpty();

        install("second", Duration.ofMinutes(-1));
        assertThat(source.changed()).isPresent();
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(source.changed()).isEmpty();
    }

    /** @param age of the files, from now on */
    private void install(String name, Duration age) throws Exception {
        TestCertificate made = TestCertificate.make(folder, name, "ip:127.0.0.1");
        copy(made.certificate(), "tls.crt", age);
        copy(made.key(), "tls.key", age);
    }

    private void copy(Path from, String to, Duration age) throws Exception {
        Path file = Files.copy(from, folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(age)));
    }
}
