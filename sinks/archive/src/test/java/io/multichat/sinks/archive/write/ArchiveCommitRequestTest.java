package io.multichat.sinks.archive.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that asks for a commit may run with another umask than the task that writes the archive. */
class ArchiveCommitRequestTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({"rwx------, rw-------", "rwxr-xr-x, rw-r--r--"})
    void isForThoseWhoMayReadTheArchive(String ofArchive, String ofFile) throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(ofArchive));

        new ArchiveCommitRequest(root).request();

        assertThat(permissions(".requests")).isEqualTo(ofArchive);
        assertThat(permissions(".requests/commit")).isEqualTo(ofFile);
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file)));
    }
}
