package io.multichat.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Other users of the machine must not read chat, whatever the umask. */
@DisabledOnOs(OS.WINDOWS)
class PrivateDataTest {
    @TempDir
    private Path temporary;

    @Test
    void aNewDirectoryIsForItsOwnerOnly() throws IOException {
        Path root = temporary.resolve("a/data");

        DataDirectory.open(root).close();

        assertThat(rights(root)).isEqualTo("rwx------");
    }

    @Test
    void anExistingDirectoryIsTightened() throws IOException {
        Path root = Files.createDirectory(temporary.resolve("data"));
        Path kafka = Files.createDirectory(root.resolve("kafka"));
        Files.writeString(root.resolve("layout"), "2\n");
        Files.createFile(root.resolve("transcript-topic-id.txt"));
        Files.createFile(root.resolve("lacked-records.txt"));
        Path log = Files.createFile(kafka.resolve("0.log"));
        Path database = Files.createFile(root.resolve("sessions.db-wal"));
        for (Path file : new Path[] {root, kafka, log, database}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        }

        DataDirectory.open(root).close();

        assertThat(rights(root)).isEqualTo("rwx------");
        assertThat(rights(kafka)).isEqualTo("rwx------");
        assertThat(rights(log)).isEqualTo("rwx------");
        assertThat(rights(database)).isEqualTo("rwx------");
    }

    @Test
    void otherFilesInTheDirectoryKeepTheirRights() throws IOException {
        Path other = Files.createFile(temporary.resolve("photo.jpg"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = Files.createDirectory(temporary.resolve("archive"));
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataDirectory.open(temporary).close();

        assertThat(rights(other)).isEqualTo("rw-r--r--");
        assertThat(rights(temporary)).isEqualTo("rwxr-xr-x");
        assertThat(rights(archive)).isEqualTo("rwx------");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
