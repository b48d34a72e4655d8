package io.multichat.sinks.sqlite.write;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.table.BoundaryTable;
import io.multichat.sinks.sqlite.table.ConversationTable;
import io.multichat.sinks.sqlite.table.EventTable;
import io.multichat.sinks.sqlite.table.MessageTable;
import io.multichat.sinks.sqlite.table.OffsetTable;
import io.multichat.sinks.sqlite.table.RevisionTable;
import io.multichat.sinks.sqlite.table.SnapshotTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables of one connection. After an exception it holds half a batch and must not be used again.
 *
 * <p>Entries are grouped by table, which changes their order but not the result: each table keeps the greater of two
 * versions, whichever arrives first.
 */
final class TableWriter {
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final RevisionTable revisions;
    private final EventTable events;
    private final BoundaryTable boundaries;
    private final SnapshotTable sessions;
    private final SearchIndex search;
    private final OffsetTable offsets;

    TableWriter(Connection connection, SqliteSettings settings) throws SQLException {
        search = settings.search() ? new FtsSearchIndex(connection) : SearchIndex.NONE;
        conversations = new ConversationTable(connection);
        messages = new MessageTable(connection, search);
        revisions = new RevisionTable(connection);
        events = new EventTable(connection);
        boundaries = new BoundaryTable(connection);
        sessions = new SnapshotTable(connection);
        offsets = new OffsetTable(connection, settings.connector());
    }

    /** The offsets of the connector. */
    OffsetTable offsets() {
        return offsets;
    }

    /** Writes all entries, within the open write transaction. */
    void insert(List<SinkEntry> entries) throws SQLException {
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Snapshot snapshot) {
                sessions.add(conversations.id(snapshot.snapshot().conversation()), snapshot.snapshot());
            } else if (entry instanceof SinkEntry.Transcript transcript) {
                add(transcript);
            }
        }
        messages.flush();
        revisions.flush();
        events.flush();
        boundaries.flush();
        sessions.flush();
        search.flush();
    }

    private void add(SinkEntry.Transcript entry) throws SQLException {
        ChatEvent event = entry.event();
        EventType type = event.type();
        long conversation = conversations.id(entry.conversation());
        if (!type.isOfMessage()) {
            events.add(conversation, entry);
        } else {
            messages.add(conversation, entry);
        }
        if (type.revisesMessage()) {
            revisions.add(conversation, entry);
        }
        if (type == EventType.SESSION_ENDED && entry.placement().boundary().isPresent()) {
            boundaries.add(conversation, entry.placement().boundary().getAsLong());
        }
    }
}
