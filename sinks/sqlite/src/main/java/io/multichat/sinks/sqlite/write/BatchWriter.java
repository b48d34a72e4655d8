package io.multichat.sinks.sqlite.write;

import io.multichat.events.ChatEvent;
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
import io.multichat.sinks.sqlite.table.SessionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of one connection. After an exception it holds half a batch and must not be used again.
 *
 * <p>Entries are grouped by table. That does not change what they give: every write is the greater of two, whichever comes
 * first.
 */
final class BatchWriter {
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final RevisionTable revisions;
    private final EventTable events;
    private final BoundaryTable boundaries;
    private final SessionTable sessions;
    private final SearchIndex search;
    private final OffsetTable offsets;

    BatchWriter(Connection connection, SqliteSettings settings) throws SQLException {
        search = settings.search() ? new FtsSearchIndex(connection) : SearchIndex.NONE;
        conversations = new ConversationTable(connection);
        messages = new MessageTable(connection, search);
        revisions = new RevisionTable(connection, search);
        events = new EventTable(connection);
        boundaries = new BoundaryTable(connection);
        sessions = new SessionTable(connection);
        offsets = new OffsetTable(connection, settings.connector());
    }

    OffsetTable offsets() {
        return offsets;
    }

    /** Writes all entries, within the transaction that is open. */
    void write(List<SinkEntry> entries) throws SQLException {
        List<SinkEntry.Transcript> revising = new ArrayList<>();
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Snapshot snapshot) {
                sessions.add(conversations.id(snapshot.snapshot().conversation()), snapshot.snapshot());
            } else if (entry instanceof SinkEntry.Transcript transcript) {
                add(transcript, revising);
            }
        }
        messages.flush();
        for (SinkEntry.Transcript revision : revising) {
            revisions.write(conversations.id(revision.event().conversation()), revision);
        }
        events.flush();
        boundaries.flush();
        sessions.flush();
        search.flush();
    }

    private void add(SinkEntry.Transcript entry, List<SinkEntry.Transcript> revising) throws SQLException {
        ChatEvent event = entry.event();
        switch (event.type()) {
            case MESSAGE_CREATED -> messages.add(conversations.id(event.conversation()), entry);
            case MESSAGE_EDITED, MESSAGE_DELETED -> revising.add(entry);
            case SESSION_ENDED -> {
                long conversation = conversations.id(event.conversation());
                events.add(conversation, entry);
                if (entry.placement().boundary().isPresent()) {
                    boundaries.add(conversation, entry.placement().boundary().getAsLong());
                }
            }
            case REACTION_ADDED, REACTION_REMOVED, PARTICIPANT_JOINED, PARTICIPANT_LEFT ->
                events.add(conversations.id(event.conversation()), entry);
        }
    }
}
