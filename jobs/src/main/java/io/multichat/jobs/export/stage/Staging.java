package io.multichat.jobs.export.stage;

import io.multichat.events.ChatEvent;
import io.multichat.events.SessionSnapshot;
import io.multichat.jobs.export.source.ExportSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Copies the selected sessions with everything that belongs to them from a source into a database that sorts them. */
final class Staging {
    private final SortDatabase database;
    private final ExportSelection selection;

    Staging(SortDatabase database, ExportSelection selection) {
        this.database = database;
        this.selection = selection;
    }

    /**
     * Reads the source.
     *
     * @return what could not be read of the snapshots and of the time of the selected sessions; reactions that were made later
     *     may be missing as well, which the source itself reports
     */
    List<String> read(ExportSource source) throws IOException {
        try (SessionSelection sessions = new SessionSelection(database);
                OtherEvents others = new OtherEvents(database, sessions);
                MessageSelection messages = new MessageSelection(database, sessions, others);
                MessageConditions conditions = new MessageConditions(database, selection);
                MessageOrder order = new MessageOrder(database, conditions)) {
            sessions.read(source, selection);
            source.narrow(selection::selects);
            Optional<SessionSnapshot.Span> span = sessions.span();
            List<String> unreadable = source.unreadable();
            if (span.isPresent()) {
                messages.read(source, span.get());
                unreadable = source.unreadable();
                readAround(source, messages, span.get());
            }
            order.sort();
            conditions.apply();
            others.sort();
            return unreadable;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Reactions come later than their messages, and joins also before the first session and after the last. */
    private void readAround(ExportSource source, MessageSelection messages, SessionSnapshot.Span span)
            throws IOException {
        long from = Math.min(selection.range().fromMs(), span.startedAt());
        messages.read(source, new SessionSnapshot.Span(from, span.startedAt() - 1));
        messages.read(source, new SessionSnapshot.Span(span.lastMessageAt() + 1, ChatEvent.MAX_TIME));
    }
}
