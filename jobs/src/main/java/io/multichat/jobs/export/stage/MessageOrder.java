package io.multichat.jobs.export.stage;

import io.multichat.events.MessagePosition;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Determines with {@link MessageVersions} which version of each selected message shows and at which position, and sorts the
 * messages. A message whose creation is not in the archive has no position and is left out.
 */
final class MessageOrder implements AutoCloseable {
    private static final String TABLE = """
            CREATE TABLE messages (
              conversation INTEGER NOT NULL, session INTEGER NOT NULL, sent_at INTEGER NOT NULL, ordering INTEGER NOT NULL, message_id BLOB NOT NULL,
              creation INTEGER NOT NULL, newest INTEGER NOT NULL)
            """;

    private static final String INSERT = """
            INSERT INTO messages (conversation, session, sent_at, ordering, message_id, creation, newest)
            VALUES ((SELECT conversation FROM sessions WHERE id = ?1), ?1, ?2, ?3, ?4, ?5, ?6)
            """;

    /** Brings all versions of a message together without sorting their contents. */
    private static final String VERSIONS_INDEX = "CREATE INDEX versions_by_message ON versions (session, message_id)";

    private static final String VERSIONS = """
            SELECT session, message_id, sent_at, ordering, revision_rank, revision_at, event, id FROM versions
            ORDER BY session, message_id
            """;

    /** Returns the messages of a session in order, without a sort for each session. */
    private static final String MESSAGES_INDEX =
            "CREATE INDEX messages_in_order ON messages (session, sent_at, ordering, message_id, creation, newest)";

    /** Finds the message of a reaction. */
    private static final String IDS_INDEX = "CREATE INDEX messages_by_id ON messages (conversation, message_id)";

    private static final String FOUND =
            "UPDATE sessions SET found = (SELECT count(*) FROM messages m WHERE m.session = sessions.id)";

    private final SortDatabase database;
    private final MessageConditions conditions;
    private final PreparedStatement insert;

    MessageOrder(SortDatabase database, MessageConditions conditions) throws SQLException {
        this.database = database;
        this.conditions = conditions;
        database.execute(TABLE);
        insert = database.prepare(INSERT);
    }

    /** Fills the table {@code messages} from the table {@code versions}. */
    void sort() throws SQLException {
        database.execute(VERSIONS_INDEX);
        try (PreparedStatement select = database.prepare(VERSIONS);
                ResultSet row = select.executeQuery()) {
            Versions versions = null;
            while (row.next()) {
                long session = row.getLong(1);
                byte[] messageId = row.getBytes(2);
                if (versions == null || !versions.areOf(session, messageId)) {
                    put(versions);
                    versions = new Versions(session, messageId);
                }
                versions.add(row);
            }
            put(versions);
        }
        database.execute(MESSAGES_INDEX);
        database.execute(IDS_INDEX);
        database.execute(FOUND);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    private void put(Versions versions) throws SQLException {
        if (versions == null || versions.folded.position().isEmpty()) {
            return;
        }
        MessagePosition position = versions.folded.position().get();
        insert.setLong(1, versions.session);
        insert.setLong(2, position.sentAt());
        insert.setLong(3, position.order());
        insert.setBytes(4, versions.messageId);
        insert.setLong(5, versions.creationId);
        insert.setLong(6, versions.newestId);
        insert.executeUpdate();
        conditions.check(
                versions.session,
                versions.folded.creation().orElseThrow(),
                versions.folded.shown().orElseThrow());
    }

    /** The versions of one message, folded as they are read. */
    private static final class Versions {
        private final long session;
        private final byte[] messageId;
        private final String id;
        private final MessageVersions folded = new MessageVersions();
        private long creationId;
        private long newestId;

        Versions(long session, byte[] messageId) {
            this.session = session;
            this.messageId = messageId;
            this.id = new String(messageId, StandardCharsets.UTF_8);
        }

        boolean areOf(long otherSession, byte[] otherMessageId) {
            return session == otherSession && Arrays.equals(messageId, otherMessageId);
        }

        void add(ResultSet row) throws SQLException {
            Revision version = new Revision(row.getInt(5), row.getLong(6), row.getBytes(7));
            folded.add(version, new MessagePosition(row.getLong(3), row.getLong(4), id));
            if (folded.shown().orElseThrow() == version) {
                newestId = row.getLong(8);
            }
            if (folded.creation().filter(creation -> creation == version).isPresent()) {
                creationId = row.getLong(8);
            }
        }
    }
}
