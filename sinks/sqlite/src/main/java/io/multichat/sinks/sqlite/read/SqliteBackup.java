package io.multichat.sinks.sqlite.read;

import io.multichat.reading.backup.CopiedFile;
import io.multichat.reading.backup.StoreBackup;
import io.multichat.sinks.sqlite.file.FileCopy;
import io.multichat.sinks.sqlite.settings.Layout;
import io.multichat.sinks.sqlite.sql.SqliteErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The backup of a SQLite store. In a copy, the file is {@code sessions.db}, or in the layout per partition {@code sessions-p0.db} and so
 * on, whatever the name of the store's own file is.
 *
 * @param configured the path in {@code sqlite.file}, in either layout
 */
public record SqliteBackup(Path configured) implements StoreBackup {
    private static final String NAME = "sessions.db";

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean exists() {
        return !Layout.files(configured).isEmpty();
    }

    @Override
    public List<CopiedFile> copyTo(Path folder) throws IOException {
        Layout layout = Layout.written(configured);
        List<CopiedFile> copied = new ArrayList<>();
        for (Map.Entry<Integer, Path> file : Layout.files(configured).entrySet()) {
            Path copy = layout.file(folder.resolve(NAME), file.getKey());
            try {
                FileCopy.write(file.getValue(), copy);
            } catch (SQLException e) {
                throw SqliteErrors.translate(file.getValue(), e);
            }
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            copied.add(CopiedFile.of(folder, copy));
        }
        return copied;
    }

    @Override
    public Map<String, Long> positions(Path folder) {
        Map<String, Long> positions = new HashMap<>();
        SqlitePositions.read(folder.resolve(NAME))
                .forEach((partition, offset) -> positions.put(partition.toString(), offset));
        return positions;
    }

    @Override
    public void restoreFrom(Path folder) throws IOException {
        Path copy = folder.resolve(NAME);
        Layout layout = Layout.written(copy);
        Files.createDirectories(configured.toAbsolutePath().getParent());
        for (Map.Entry<Integer, Path> file : Layout.files(copy).entrySet()) {
            Path target = layout.file(configured, file.getKey()).toAbsolutePath();
            // Under its name only when it is complete, since the sink may be waiting for it.
            Path part = target.resolveSibling(target.getFileName() + ".restoring");
            Files.deleteIfExists(part);
            CopiedFile.copy(file.getValue(), part, part.getParent());
            Files.move(part, target);
        }
    }
}
