package io.multichat.server.security;

import java.io.IOException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate of the server, which may be replaced while the server runs. Thread-safe. */
public final class CertificateSource {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateSource.class);

    private final CertificateFiles files;
    private final char[] password;
    private Optional<List<FileStamp>> readAt = Optional.empty();
    private String problem = "";

    /** @param password protects the key in memory */
    public CertificateSource(CertificateFiles files, char[] password) {
        this.files = files;
        this.password = password.clone();
    }

    /**
     * Reads the files.
     *
     * @throws IllegalStateException if they cannot be used
     */
    public synchronized KeyStore first() {
        try {
            readAt = stamps();
            return files.read(password);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the certificate cannot be used: " + e.getMessage(), e);
        }
    }

    /** The certificate if the files have changed. While they are missing, invalid or do not belong together, nothing changes. */
    public synchronized Optional<KeyStore> changed() {
        try {
            Optional<List<FileStamp>> now = stamps();
            if (now.isPresent() && now.equals(readAt)) {
                return Optional.empty();
            }
            KeyStore read = files.read(password);
            readAt = now;
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

    /** Empty while a file is so fresh that a further change could go unnoticed. */
    private Optional<List<FileStamp>> stamps() throws IOException {
        List<FileStamp> stamps = List.of(FileStamp.of(files.chain()), FileStamp.of(files.key()));
        return stamps.stream().anyMatch(FileStamp::isTooFresh) ? Optional.empty() : Optional.of(stamps);
    }
}
