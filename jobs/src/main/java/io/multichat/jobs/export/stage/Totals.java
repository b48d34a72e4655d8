package io.multichat.jobs.export.stage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts what was staged, and compares it with the snapshots. */
final class Totals {
    /** Enough to find the cause. */
    private static final int MAX_DIFFERENCES = 20;

    private static final String TOTALS = """
            SELECT (SELECT count(*) FROM sessions WHERE selected), (SELECT coalesce(sum(found), 0) FROM sessions WHERE selected),
              (SELECT count(*) FROM events e CROSS JOIN sessions s ON s.id = e.session WHERE s.selected)
              + (SELECT count(*) FROM reactions r WHERE EXISTS (SELECT 1 FROM messages m CROSS JOIN sessions s
                ON s.id = m.session WHERE m.conversation = r.conversation AND m.message_id = r.message_id AND s.selected)),
              (SELECT count(*) FROM sessions WHERE selected AND found <> messages)
            """;

    private static final String DIFFERENCES = """
            SELECT session_id, messages, found FROM sessions WHERE selected AND found <> messages
            ORDER BY session_id LIMIT
            """ + MAX_DIFFERENCES;

    private Totals() {}

    static StagedCounts of(SortDatabase database) {
        try (PreparedStatement totals = database.prepare(TOTALS);
                ResultSet row = totals.executeQuery()) {
            row.next();
            return new StagedCounts(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), differences(database));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static List<String> differences(SortDatabase database) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (PreparedStatement select = database.prepare(DIFFERENCES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                differences.add("session " + row.getString(1) + " has " + row.getLong(2)
                        + " messages, but the source has " + row.getLong(3));
            }
        }
        return differences;
    }
}
