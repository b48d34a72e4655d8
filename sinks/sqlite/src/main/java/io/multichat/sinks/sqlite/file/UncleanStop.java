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
 * Detects that the last writer of a file did not close it (it was killed, or the machine lost power), and checks such a file.
 * SQLite itself recovers what was committed; the check finds what a failing disk, or a copy made at the wrong moment, has
 * damaged.
 *
 * <p>The trace is a write-ahead log ({@code -wal}) that is not empty: a writer that closes the file empties it.
 */
public final class UncleanStop {
    private static final Logger LOG = LoggerFactory.getLogger(UncleanStop.class);
    private static final String OF_SEARCH = "fts5";
    private static final int PROBLEMS = 10;
    private static final int STEPS_PER_DEADLINE_CHECK = 10_000;
    // Below max.poll.interval.ms (5 min), after which Connect gives up on the waiting task. Enough for about ten GiB.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private UncleanStop() {}

    /** True if the last writer did not close the file. Call before opening the file. */
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
     * Checks the whole file, for at most two minutes.
     *
     * @return false if only the full-text index is damaged, which can be rebuilt
     * @throws StoreException with the verdict STOP if anything else is damaged
     */
    public static boolean check(Connection connection, Path file) throws SQLException {
        long startNs = System.nanoTime();
        LOG.info("{} was not closed by its last writer; checking it", file);
        List<String> problems = problems(connection, file, startNs + PATIENCE.toNanos());
        long tookMs = (System.nanoTime() - startNs) / 1_000_000;
        if (problems.isEmpty()) {
            LOG.info("{} is not damaged; the check took {} ms", file, tookMs);
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
                        + "; restore a backup or move the file away, then restart the task: it rereads the missing records",
                null);
    }

    /** Empties the write-ahead log, so that the next writer need not check the file. */
    public static void prevent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Do not wait for readers that block this: the next writer then checks the file needlessly, which
            // does no harm.
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static List<String> problems(Connection connection, Path file, long deadlineNs) throws SQLException {
        List<String> problems = new ArrayList<>();
        ProgressHandler.setHandler(connection, STEPS_PER_DEADLINE_CHECK, new ProgressHandler() {
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
            LOG.warn("{} is large: stopped the check after {} s, without a finding", file, PATIENCE.toSeconds());
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return problems.equals(List.of("ok")) ? List.of() : problems;
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
