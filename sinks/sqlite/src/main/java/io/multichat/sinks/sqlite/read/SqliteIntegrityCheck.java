package io.multichat.sinks.sqlite.read;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.sinks.sqlite.sql.Select;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a store as a whole and looks for damage, as SQLite's {@code quick_check} does. */
public final class SqliteIntegrityCheck implements Check {
    private static final int MAX_FAULTS = 10;
    // Enough for some hundred GiB.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Path file;

    /** @param file the path in {@code sqlite.file}, in either layout */
    public SqliteIntegrityCheck(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "sqlite content";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (ReadFiles files = new ReadFiles(file)) {
            for (ReadConnections each : files.all().values()) {
                List<String> faults = each.ask(
                        List.of(),
                        System.nanoTime() + PATIENCE.toNanos(),
                        connection -> new Select("PRAGMA quick_check(" + MAX_FAULTS + ")")
                                .all(connection, row -> row.getString(1)));
                faults.stream()
                        .filter(line -> !line.equals("ok"))
                        .forEach(fault -> findings.add(Finding.danger(
                                each.file() + " is damaged: " + fault,
                                "Stop the SQLite sink, restore the file from a backup or move it away, and start the sink:"
                                        + " it reads the missing records again.")));
            }
        }
        return findings;
    }
}
