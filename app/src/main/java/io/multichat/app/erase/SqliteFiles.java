package io.multichat.app.erase;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The files that belong to SQLite databases. */
final class SqliteFiles {
    private SqliteFiles() {}

    /** The databases and everything beside them whose name begins with theirs: logs and backups. */
    static List<Path> of(Collection<Path> databases) {
        List<Path> files = new ArrayList<>();
        for (Path database : databases) {
            String name = database.getFileName().toString();
            try (Stream<Path> siblings = Files.list(database.toAbsolutePath().getParent())) {
                siblings.filter(file -> file.getFileName().toString().startsWith(name))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new StoreException(
                        StoreException.Verdict.STOP, "the folder of " + database + " cannot be read: " + e, e);
            }
        }
        return files;
    }
}
