package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export does to the path that it is given, whatever is there. */
class ExportTargetTest {
    private static final String CONTENT = "exported\n";

    @TempDir
    Path folder;

    @Test
    void aFifoStaysAndItsReaderReceivesTheExport() throws Exception {
        Path fifo = folder.resolve("f");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> read(fifo));

        export(fifo);

        assertThat(received.get()).isEqualTo(CONTENT);
        assertThat(Files.isRegularFile(fifo)).isFalse();
        assertThat(names()).containsExactly("f");
    }

    @Test
    void aDeviceStays() throws IOException {
        export(Path.of("/dev/null"));

        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aLinkStaysAndTheFileThatItNamesIsReplaced() throws IOException {
        Path target =
                Files.writeString(Files.createDirectory(folder.resolve("to")).resolve("t"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("l"), Path.of("to/t"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("m"), Path.of("l"));

        export(linkToLink);

        assertThat(target).hasContent(CONTENT.strip()).isRegularFile();
        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(linkToLink)).isTrue();
        assertThat(names()).containsExactly("l", "m", "to");
    }

    @Test
    void aLinkToNothingCreatesTheFileThatItNames() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("l"), Path.of("t"));

        export(link);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isRegularFile(folder.resolve("t"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void theAccessOfAnExistingFileIsKept() throws IOException {
        for (String access : List.of("rw-r-----", "rw-------", "rw-rw-rw-", "rwxr-x--x")) {
            Path file = Files.writeString(folder.resolve(access), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(access));

            export(file);

            assertThat(file).hasContent(CONTENT.strip());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(access);
        }
    }

    @Test
    void aPathThatCannotBeAFileIsRefused() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

        assertThatThrownBy(() -> ExportTarget.of("/")).hasMessage("/ is a folder; name a file with --output");
        assertThatThrownBy(() -> ExportTarget.of("")).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ExportTarget.of(folder.toString())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ExportTarget.of("\0")).hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> ExportTarget.of(loop.toString())).hasMessageContaining("a link that leads to itself");
    }

    private static void export(Path path) throws IOException {
        ExportTarget.of(path.toString()).write(output -> {
            output.write(CONTENT.getBytes(StandardCharsets.UTF_8));
            return new ExportReport(0, 0, 0, 0, List.of(), List.of());
        });
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
