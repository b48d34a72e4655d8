package io.multichat.sinks.sqlite.table;

import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table {@code sessions}: the snapshot of each session with the greatest (generation, version). A session stays in the
 * conversation of its first snapshot: a later snapshot that names another conversation is ignored.
 */
public final class SnapshotTable {
    private static final String UPSERT = """
            INSERT INTO sessions (session_id, conversation_id, state, merged_into, closed_at, closed_by, started_at,
              last_message_at, messages, edits, deletes, text_bytes, participants, participants_approximate,
              first_message_id, last_message_id, gap, generation, version,
              user_messages, assistant_messages, system_messages, tool_messages, bot_messages)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (session_id) DO UPDATE SET
              state = excluded.state, merged_into = excluded.merged_into,
              closed_at = excluded.closed_at, closed_by = excluded.closed_by, started_at = excluded.started_at,
              last_message_at = excluded.last_message_at, messages = excluded.messages, edits = excluded.edits,
              deletes = excluded.deletes, text_bytes = excluded.text_bytes, participants = excluded.participants,
              participants_approximate = excluded.participants_approximate,
              first_message_id = excluded.first_message_id, last_message_id = excluded.last_message_id,
              gap = excluded.gap, generation = excluded.generation, version = excluded.version,
              user_messages = excluded.user_messages, assistant_messages = excluded.assistant_messages,
              system_messages = excluded.system_messages, tool_messages = excluded.tool_messages,
              bot_messages = excluded.bot_messages
            WHERE conversation_id = excluded.conversation_id
              AND (excluded.generation, excluded.version) > (generation, version)""";

    private final PreparedStatement upsert;
    private final Map<Key, SessionSnapshot> pending = new LinkedHashMap<>();

    private record Key(SessionId sessionId, long conversationId) {}

    public SnapshotTable(Connection connection) throws SQLException {
        upsert = connection.prepareStatement(UPSERT);
    }

    /**
     * Adds a snapshot to the batch, which keeps only the newest version of a session.
     *
     * @throws io.multichat.reading.StoreException as {@link SnapshotRules#require} does
     */
    public void add(long conversationId, SessionSnapshot snapshot) {
        SnapshotRules.require(snapshot);
        pending.merge(
                new Key(snapshot.sessionId(), conversationId),
                snapshot,
                (known, next) -> next.version().compareTo(known.version()) > 0 ? next : known);
    }

    /** Writes the batch. */
    public void flush() throws SQLException {
        for (Map.Entry<Key, SessionSnapshot> snapshot : pending.entrySet()) {
            bind(snapshot.getKey().conversationId(), snapshot.getValue());
            upsert.addBatch();
        }
        upsert.executeBatch();
        pending.clear();
    }

    private void bind(long conversationId, SessionSnapshot snapshot) throws SQLException {
        SessionStatus status = snapshot.status();
        StatementParameters parameters = new StatementParameters(upsert)
                .text(snapshot.sessionId().toString())
                .number(conversationId)
                .text(status.state().wireName())
                .text(status.mergedInto().map(SessionId::toString))
                .number(status.closedAt())
                .text(status.closedBy().map(SessionStatus.ClosedBy::wireName))
                .number(snapshot.span().startedAt())
                .number(snapshot.span().lastMessageAt());
        SessionSnapshot.Counts counts = snapshot.counts();
        parameters
                .number(counts.messages())
                .number(counts.edits())
                .number(counts.deletes())
                .number(counts.textBytes())
                .number(counts.participants().count())
                .number(counts.participants().approximate() ? 1 : 0)
                .text(snapshot.firstMessageId())
                .text(snapshot.lastMessageId())
                .number(SnapshotRules.gapMs(snapshot))
                .number(snapshot.version().generation())
                .number(snapshot.version().counter());
        RoleCounts roles = counts.roles();
        parameters
                .number(roles.user())
                .number(roles.assistant())
                .number(roles.system())
                .number(roles.tool())
                .number(roles.bot());
    }
}
