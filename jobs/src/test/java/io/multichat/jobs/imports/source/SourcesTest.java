package io.multichat.jobs.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.formats.ChatFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, zips and streams as sources. */
class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void aFolderHasItsVisibleFilesSortedByPath() throws IOException {
        Path chat = Files.createDirectories(folder.resolve("chat/b"));
        Files.writeString(chat.resolve("2.log"), "two");
        Files.writeString(chat.resolve(".hidden"), "no");
        Files.createDirectories(folder.resolve("chat/.git"));
        Files.writeString(folder.resolve("chat/.git/x"), "no");
        Files.writeString(folder.resolve("chat/a.log"), "one");

        try (OpenSource source = source(folder.resolve("chat"))) {
            assertThat(source.isCollection()).isTrue();
            assertThat(source.files()).extracting(ChatFile::path).containsExactly("chat/a.log", "chat/b/2.log");
            assertThat(source.files()).extracting(ChatFile::name).containsExactly("a.log", "2.log");
            assertThat(text(source.files().get(1))).isEqualTo("two");
        }
    }

    @Test
    void aZipIsReadLikeAFolderAlsoFromAStream() throws IOException {
        Path zip = zip("chat.zip", "b/2.log", "two", "__MACOSX/b/._2.log", "no", "a.log", "one");

        try (OpenSource source = source(zip);
                OpenSource streamed = StreamSource.of("standard input", Files.newInputStream(zip))) {
            assertThat(source.files()).extracting(ChatFile::path).containsExactly("chat/a.log", "chat/b/2.log");
            assertThat(text(source.files().get(1))).isEqualTo("two");
            assertThat(streamed.files()).extracting(ChatFile::name).containsExactly("a.log", "2.log");
            assertThat(text(streamed.files().get(0))).isEqualTo("one");
        }
    }

    @Test
    void anEntryWhoseNameLeadsOutOfTheZipIsRefusedAndTheOthersAreRead() throws IOException {
        try (OpenSource source = source(zip("chat.zip", "../out.log", "no", "a.log", "one"))) {
            assertThatThrownBy(() -> text(source.files().get(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("its name leads outside of the zip");
            assertThat(text(source.files().get(1))).isEqualTo("one");
        }
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
            output.putNextEntry(new ZipEntry("a.log"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                output.write(zeros);
            }
        }

        try (OpenSource source = source(zip);
                InputStream entry = source.files().get(0).open()) {
            assertThatThrownBy(() -> entry.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("zip bomb");
        }
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        Path zip = zip("chat.zip", "a.log", "one");
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> source(zip))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("chat.zip cannot be read");
    }

    @Test
    void aStreamIsReadFromItsBeginningAfterItsHeadWasLookedAt() throws IOException {
        byte[] content = "{\"a\":1}\nrest".getBytes(StandardCharsets.UTF_8);

        try (OpenSource source = StreamSource.of("standard input", new ByteArrayInputStream(content))) {
            ChatFile file = source.files().get(0);
            assertThat(new String(file.head(), StandardCharsets.UTF_8)).startsWith("{\"a\":1}");
            assertThat(text(file)).isEqualTo("{\"a\":1}\nrest");
        }
    }

    @Test
    void aStreamThatIsReadTwiceIsCopiedAndTheCopyIsDeleted() throws IOException {
        byte[] content = "text".getBytes(StandardCharsets.UTF_8);
        OpenSource source = StreamSource.of("standard input", new ByteArrayInputStream(content));
        source.files().get(0).head();

        OpenSource copy = source.repeatable();

        ChatFile file = copy.files().get(0);
        assertThat(text(file) + text(file)).isEqualTo("texttext");
        copy.close();
        assertThatThrownBy(() -> text(file)).isInstanceOf(IOException.class);
    }

    private Path zip(String name, String... namesAndTexts) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                output.putNextEntry(new ZipEntry(namesAndTexts[i]));
                output.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static OpenSource source(Path path) {
        return new ImportFile(path.toString()).source(new ByteMeter());
    }

    private static String text(ChatFile file) throws IOException {
        try (InputStream input = file.open()) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
