package io.multichat.sinks.sqlite.file;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backup of a file before its schema changes: {@code <file>.backup-v<schema>-<time>}, in the same folder. */
public final class SchemaBackup {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaBackup.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    private SchemaBackup() {}

    /**
     * Copies the file in its current state, without what another process writes in the meantime. The backup gets its name
     * once it is completely on disk.
     *
     * @param connection a connection without an open transaction
     * @return the backup
     * @throws StoreException if there is not enough space or the backup fails; no partial backup remains
     */
    static Path write(Connection connection, Path file, int version) throws SQLException {
        String name = file.getFileName() + ".backup-v" + version + "-" + TIME.format(Instant.now());
        Path folder = file.toAbsolutePath().getParent();
        try {
            requireRoom(connection, file);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                vacuumInto(connection, part);
                sync(part);
                Path backup = Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                LOG.info("{} has schema {}; it was backed up to {} before migration", file, version, backup);
                return backup;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    file + " has schema " + version + " and could not be backed up before migration: " + e
                            + "; the file is unchanged; fix the cause, then restart the task",
                    e);
        }
    }

    /** Deletes a backup of a migration that failed. */
    static void discard(Path backup) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            LOG.warn("{} is not needed but could not be deleted", backup, e);
        }
    }

    /**
     * Deletes all backups of a file, finished or not.
     *
     * @throws StoreException with the verdict RETRY if one cannot be deleted
     */
    public static void deleteAll(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String prefix = file.getFileName() + ".backup-v";
        try (DirectoryStream<Path> backups = Files.newDirectoryStream(
                folder, path -> path.getFileName().toString().startsWith(prefix))) {
            for (Path backup : backups) {
                Files.deleteIfExists(backup);
                LOG.info("{} was deleted, because it holds what was erased since", backup);
            }
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Verdict.RETRY,
                    "a backup of " + file + " holds what was erased since and cannot be deleted: " + e
                            + "; delete it; retrying later",
                    e);
        }
    }

    private static void requireRoom(Connection connection, Path file) throws SQLException, IOException {
        long needed = size(connection);
        long free = Files.getFileStore(file).getUsableSpace();
        if (free < needed) {
            throw new StoreException(
                    StoreException.Verdict.RETRY,
                    file + " must be backed up before migration, which takes " + needed + " bytes, but only " + free
                            + " are free; free some space; retrying later",
                    null);
        }
    }

    private static long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery(SIZE)) {
            size.next();
            return size.getLong(1);
        }
    }

    private static void vacuumInto(Connection connection, Path copy) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }

    private static void sync(Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
