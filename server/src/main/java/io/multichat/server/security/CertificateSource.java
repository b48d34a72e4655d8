package io.multichat.server.security;

import java.io.IOException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate of the server, which may be replaced while the server runs. Thread-safe. */
public final class CertificateSource {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateSource.class);
    /** Reading costs more than a handshake, so that files which look the same are not read with every connection. */
    private static final long AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final CertificateFiles files;
    private final char[] password;
    private final LongSupplier nanos;
    private List<FileStamp> seen = List.of();
    private long readAt;
    private boolean settled;
    private String problem = "";

    /** @param password protects the key in memory */
    public CertificateSource(CertificateFiles files, char[] password) {
        this(files, password, System::nanoTime);
    }

    /** @param nanos the time, as {@link System#nanoTime()} */
    CertificateSource(CertificateFiles files, char[] password, LongSupplier nanos) {
        this.files = files;
        this.password = password.clone();
        this.nanos = nanos;
    }

    /**
     * Reads the files.
     *
     * @throws IllegalStateException if they cannot be used
     */
    public synchronized KeyStore first() {
        try {
            return read(stamps());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the certificate cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The certificate if the files have changed. While they are missing, invalid or do not belong together, nothing changes. Files that are
     * so fresh that a further change could go unnoticed, or that cannot be used, are read again after a moment.
     */
    public synchronized Optional<KeyStore> changed() {
        try {
            List<FileStamp> now = stamps();
            boolean isRead = settled || nanos.getAsLong() - readAt < AGAIN_NS;
            if (isRead && now.equals(seen)) {
                return Optional.empty();
            }
            KeyStore read = read(now);
            problem = "";
            return Optional.of(read);
        } catch (IOException | IllegalArgumentException e) {
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(problem)) {
                problem = failure;
                LOG.warn("the last valid certificate is still used: {}", failure);
            }
            return Optional.empty();
        }
    }

    private KeyStore read(List<FileStamp> now) {
        seen = now;
        readAt = nanos.getAsLong();
        settled = false;
        boolean isOld = now.stream().noneMatch(FileStamp::isTooFresh);
        KeyStore read = files.read(password);
        settled = isOld;
        return read;
    }

    private List<FileStamp> stamps() throws IOException {
        return List.of(FileStamp.of(files.chain()), FileStamp.of(files.key()));
    }
}
