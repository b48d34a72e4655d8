package io.multichat.jobs.export.stage;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contents of an export, as they were staged. */
final class StagedContents implements ExportContents {
    private static final String CONVERSATIONS = """
            SELECT key FROM conversations WHERE id IN (SELECT conversation FROM sessions WHERE selected) ORDER BY key
            """;
    private static final String MESSAGES = """
            SELECT coalesce(sum(s.found), 0) FROM conversations c CROSS JOIN sessions s ON s.conversation = c.id
            WHERE c.key = ? AND s.selected
            """;

    /** The rank 2 is that of a delete. */
    private static final String SHOWN = """
            SELECT count(*) FROM conversations c CROSS JOIN messages m ON m.conversation = c.id
              CROSS JOIN sessions s ON s.id = m.session CROSS JOIN versions n ON n.id = m.newest
            WHERE c.key = ? AND m.message_id = ? AND s.selected AND n.revision_rank <> 2
            """;

    private static final String SENT_WITH = """
            SELECT m.sent_at, m.ordering, m.message_id
            FROM conversations c CROSS JOIN messages one ON one.conversation = c.id
              CROSS JOIN sessions own ON own.id = one.session
              CROSS JOIN folders folder ON folder.conversation = c.id CROSS JOIN folders f ON f.name = folder.name
              CROSS JOIN sessions s ON s.conversation = f.conversation AND s.started_at <= one.sent_at
              CROSS JOIN messages m ON m.session = s.id AND m.sent_at = one.sent_at
            WHERE c.key = ? AND one.message_id = ? AND own.selected AND s.selected AND s.last_message_at >= one.sent_at
            ORDER BY m.sent_at, m.ordering, m.message_id
            """;

    private static final String SESSIONS = """
            SELECT s.id, s.snapshot, s.found FROM conversations c CROSS JOIN sessions s ON s.conversation = c.id
            WHERE c.key = ? AND s.selected ORDER BY s.started_at
            """;

    private static final String FOLDER = """
            SELECT f.name FROM conversations c CROSS JOIN folders f ON f.conversation = c.id WHERE c.key = ?
            """;

    private final SortDatabase database;
    private final FilePlan plan;
    private final boolean revisions;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    StagedContents(SortDatabase database, FilePlan plan, boolean revisions) {
        this.database = database;
        this.plan = plan;
        this.revisions = revisions;
    }

    @Override
    public void forEachSession(String format, SessionVisitor visitor) throws IOException {
        plan.forEach(format, (path, row, session) -> visitor.session(session, path));
    }

    @Override
    public List<Conversation> conversations() {
        List<Conversation> conversations = new ArrayList<>();
        try (PreparedStatement select = database.prepare(CONVERSATIONS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                conversations.add(Conversation.ofKey(row.getString(1)));
            }
            return conversations;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public String folder(Conversation conversation) {
        try (PreparedStatement select = database.prepare(FOLDER)) {
            select.setString(1, conversation.key());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public List<Sender> senders() {
        return StagedSenders.of(database);
    }

    @Override
    public long messages(Conversation conversation) {
        return number(MESSAGES, conversation, Optional.empty());
    }

    @Override
    public boolean shows(Conversation conversation, String messageId) {
        return number(SHOWN, conversation, Optional.of(messageId)) > 0;
    }

    @Override
    public List<MessagePosition> sentWith(Conversation channel, String messageId) {
        List<MessagePosition> positions = new ArrayList<>();
        try (PreparedStatement select = database.prepare(SENT_WITH)) {
            select.setString(1, channel.key());
            select.setBytes(2, messageId.getBytes(StandardCharsets.UTF_8));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = new String(row.getBytes(3), StandardCharsets.UTF_8);
                    positions.add(new MessagePosition(row.getLong(1), row.getLong(2), id));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void read(Conversation conversation, SessionWriter writer) throws IOException {
        try (PreparedStatement select = database.prepare(SESSIONS);
                ItemQuery items = ItemQuery.ofSession(database, revisions)) {
            select.setString(1, conversation.key());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    writer.session(new ExportedSession(snapshots.decode(row.getBytes(2)), row.getLong(3), 1));
                    items.read(row.getLong(1), new SessionItems(writer));
                }
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private long number(String sql, Conversation conversation, Optional<String> messageId) {
        try (PreparedStatement select = database.prepare(sql)) {
            select.setString(1, conversation.key());
            if (messageId.isPresent()) {
                select.setBytes(2, messageId.get().getBytes(StandardCharsets.UTF_8));
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
