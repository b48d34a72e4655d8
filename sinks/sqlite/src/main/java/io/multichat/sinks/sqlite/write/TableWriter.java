package io.multichat.sinks.sqlite.write;

import io.multichat.events.EventType;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.FtsSearchIndex;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.table.BoundaryTable;
import io.multichat.sinks.sqlite.table.ConversationTable;
import io.multichat.sinks.sqlite.table.ErasedRows;
import io.multichat.sinks.sqlite.table.ErasureTable;
import io.multichat.sinks.sqlite.table.EventTable;
import io.multichat.sinks.sqlite.table.MessageTable;
import io.multichat.sinks.sqlite.table.OffsetTable;
import io.multichat.sinks.sqlite.table.RevisionTable;
import io.multichat.sinks.sqlite.table.SnapshotTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final ErasureTable erasures;
    private final ErasedRows erasedRows;
    /** Edits and deletes in conversations with erased participants, until their messages have rows. */
    private final List<Version> undecided = new ArrayList<>();

    /** Creations by erased participants, whose edits and deletes may have been written before. */
    private final List<Version> erasedCreations = new ArrayList<>();

    private record Version(long conversationId, SinkEntry.Transcript entry) {
        String messageId() {
            return entry.event().messageId().orElseThrow();
        }
    }

    TableWriter(Connection connection, SqliteSettings settings) throws SQLException {
        search = settings.search() ? new FtsSearchIndex(connection) : SearchIndex.NONE;
        conversations = new ConversationTable(connection);
        messages = new MessageTable(connection, search);
        revisions = new RevisionTable(connection);
        events = new EventTable(connection);
        boundaries = new BoundaryTable(connection);
        sessions = new SnapshotTable(connection);
        offsets = new OffsetTable(connection, settings.connector());
        erasures = new ErasureTable(connection);
        erasedRows = new ErasedRows(connection, search);
    }

    /** The offsets of the connector. */
    OffsetTable offsets() {
        return offsets;
    }

    /** Writes all entries, within the open write transaction. Returns true if an entry erased something. */
    boolean insert(List<SinkEntry> entries) throws SQLException {
        List<SinkEntry.Erasure> added = addMarkers(entries);
        for (SinkEntry entry : entries) {
            add(entry);
        }
        messages.flush();
        addUndecided();
        revisions.flush();
        events.flush();
        boundaries.flush();
        sessions.flush();
        boolean erased = erase(added);
        search.flush();
        return erased;
    }

    /** Erases what was stored before. */
    private boolean erase(List<SinkEntry.Erasure> added) throws SQLException {
        boolean erased = !added.isEmpty() || !erasedCreations.isEmpty();
        for (Version creation : erasedCreations) {
            erasedRows.eraseMessage(creation.conversationId(), creation.messageId());
        }
        erasedCreations.clear();
        for (SinkEntry.Erasure erasure : added) {
            erasedRows.erase(erasure.command().conversation(), idOf(erasure.command()), erasure.marker());
        }
        return erased;
    }

    private void add(SinkEntry entry) throws SQLException {
        if (entry instanceof SinkEntry.Snapshot snapshot) {
            sessions.add(conversations.id(snapshot.snapshot().conversation()), snapshot.snapshot());
        } else if (entry instanceof SinkEntry.Erasure erasure) {
            add(idOf(erasure.command()), erasure.command());
        } else if (entry instanceof SinkEntry.Transcript transcript) {
            long conversation = idOf(transcript);
            Optional<SinkEntry.Transcript> rest = erasures.rest(conversation, transcript);
            if (rest.isPresent()) {
                add(conversation, rest.get());
                if (rest.get() != transcript && rest.get().event().type() == EventType.MESSAGE_CREATED) {
                    erasedCreations.add(new Version(conversation, rest.get()));
                }
            }
        }
    }

    /** Adds the markers before any other entry is checked against them. Returns the entries with markers that are new to the file. */
    private List<SinkEntry.Erasure> addMarkers(List<SinkEntry> entries) throws SQLException {
        erasures.refresh();
        List<SinkEntry.Erasure> added = new ArrayList<>();
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Erasure erasure && erasures.add(idOf(erasure.command()), erasure.marker())) {
                added.add(erasure);
            }
        }
        return added;
    }

    private long idOf(SinkEntry.Transcript entry) throws SQLException {
        return conversations.id(entry.conversation());
    }

    private void add(long conversation, SinkEntry.Transcript entry) throws SQLException {
        EventType type = entry.event().type();
        if (!type.isOfMessage()) {
            events.add(conversation, entry);
        } else {
            messages.add(conversation, entry);
        }
        if (type.revisesMessage() && erasures.hasErasedParticipants(conversation)) {
            undecided.add(new Version(conversation, entry));
        } else if (type.revisesMessage()) {
            revisions.add(conversation, entry.event(), entry.value());
        }
        if (!type.isOfMessage() && entry.placement().boundary().isPresent()) {
            boundaries.add(conversation, entry.placement().boundary().getAsLong());
        }
    }

    private void addUndecided() throws SQLException {
        for (Version revision : undecided) {
            boolean erased = messages.isErased(revision.conversationId(), revision.messageId());
            SinkEntry.Transcript rest = erased ? ErasureTable.remainder(revision.entry()) : revision.entry();
            revisions.add(revision.conversationId(), rest.event(), rest.value());
        }
        undecided.clear();
    }
}
