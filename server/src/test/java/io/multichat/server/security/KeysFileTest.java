package io.multichat.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of API keys that changes while the server runs. */
class KeysFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("keys");
        write("# who uses it\n\n  " + line("one") + "\r\n");
    }

    @Test
    void keysAreAddedAndWithdrawnWithoutARestart() throws IOException {
        ApiKeys keys = new ApiKeys(List.of(), Optional.of(new KeysFile(file)));
        assertThat(keys.find("one")).isPresent();

        write(line("two"));
        assertThat(keys.find("two")).isPresent();
        assertThat(keys.find("one")).isEmpty();

        write("");
        assertThat(keys.find("two")).isEmpty();
        assertThat(keys.areRequired()).isTrue();
    }

    @Test
    void aChangeOfTheSameSizeAtTheSameTimeIsNoticed() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, now);
        KeysFile keys = new KeysFile(file);

        Files.writeString(file, Files.readString(file).replace("one:", "six:"));
        Files.setLastModifiedTime(file, now);

        assertThat(keys.keys()).extracting(ApiKey::name).containsExactly("six");
    }

    @Test
    void anInvalidOrMissingFileKeepsTheLastKeys() throws IOException {
        KeysFile keys = new KeysFile(file);

        write(line("two") + "\nnonsense");
        assertThat(keys.keys()).extracting(ApiKey::name).containsExactly("one");
        Files.delete(file);
        assertThat(keys.keys()).extracting(ApiKey::name).containsExactly("one");
        write(line("two"));
        assertThat(keys.keys()).extracting(ApiKey::name).containsExactly("two");
    }

    @Test
    void theServerDoesNotStartWithoutAValidFile() throws IOException {
        assertThatThrownBy(() -> new KeysFile(folder.resolve("missing")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
        write(line("one") + "\nnonsense");
        assertThatThrownBy(() -> new KeysFile(file)).hasMessageContaining("line 2");
        write("# none yet");
        assertThatThrownBy(() -> new KeysFile(file)).hasMessageContaining("holds no key");
    }

    private static String line(String key) {
        return ApiKey.ofPlain(key, Set.of(Scope.READ), key).text();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
