package io.multichat.sinks.sqlite.file;

import io.multichat.reading.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * A file whose last writer did not close it: killed, or the machine lost power. SQLite itself takes up what was committed; what
 * a failing disk or a copy made at the wrong moment did to the file is found by a check.
 *
 * <p>Known by a log ({@code -wal}) that holds anything: a writer that closes the file leaves it empty.
 */
public final class UncleanStop {
    private static final Logger LOG = LoggerFactory.getLogger(UncleanStop.class);
    private static final String OF_SEARCH = "fts5";
    private static final int PROBLEMS = 10;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 10_000;
    // Below max.poll.interval.ms (5 min), after which Connect takes the waiting task for dead. Some ten GiB are read by
    // then.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private UncleanStop() {}

    /** To be asked before the file is opened. */
    public static boolean isTraceOf(Path file) {
        try {
            return Files.size(log(file)) > 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks through the whole file, two minutes at most.
     *
     * @return false when only the full-text index is damaged, which can be built anew
     * @throws StoreException with the verdict STOP when anything else is
     */
    public static boolean check(Connection connection, Path file) throws SQLException {
        long startNs = System.nanoTime();
        LOG.info("{} was not closed by its last writer; it is checked", file);
        List<String> problems = problems(connection, file, startNs + PATIENCE.toNanos());
        long tookMs = (System.nanoTime() - startNs) / 1_000_000;
        if (problems.isEmpty()) {
            LOG.info("{} was checked in {} ms; nothing is damaged", file, tookMs);
            return true;
        }
        if (problems.stream()
                .allMatch(problem -> problem.toLowerCase(Locale.ROOT).contains(OF_SEARCH))) {
            LOG.warn("{}: the full-text index is damaged: {}", file, problems.get(0));
            return false;
        }
        throw new StoreException(
                StoreException.Verdict.STOP,
                file + " is damaged: " + String.join("; ", problems)
                        + ": restore a backup or move the file away, then restart the task: what is missing is read again",
                null);
    }

    /** Empties the log, so that the next writer sees that this one has closed the file. */
    public static void prevent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Readers that are in the way now are not waited for: then the file is checked in vain, which does no harm.
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static List<String> problems(Connection connection, Path file, long deadlineNs) throws SQLException {
        List<String> problems = new ArrayList<>();
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS_AT_THE_CLOCK, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - deadlineNs > 0 ? 1 : 0;
            }
        });
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(" + PROBLEMS + ")")) {
            while (result.next()) {
                problems.add(result.getString(1));
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_INTERRUPT.code) {
                throw e;
            }
            LOG.warn("{} was checked for {} s only; nothing was found so far", file, PATIENCE.toSeconds());
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return problems.equals(List.of("ok")) ? List.of() : problems;
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
