package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletedFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsDeletedOnlyOnceItHasBeenThere() throws IOException {
        Path file = folder.resolve("sessions.db");
        DeletedFile watched = new DeletedFile(file);
        assertThat(watched.problems()).isEmpty();
        Files.createFile(file);
        assertThat(watched.problems()).isEmpty();

        Files.delete(file);

        assertThat(watched.problems()).singleElement().asString().startsWith(file + " was deleted");
    }
}
