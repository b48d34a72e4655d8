package io.multichat.jobs.export.stage;

import io.multichat.events.Conversation;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.formats.write.ChannelFolder;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.SafeName;
import io.multichat.jobs.export.delivery.FileTemplate;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which file of each format a session is in. Made once, after the sessions were read; sorts the sessions of a format by file. */
final class FilePlan {
    private static final String TABLE =
            "CREATE TABLE plan (format TEXT NOT NULL, path TEXT NOT NULL, session INTEGER NOT NULL)";
    private static final String FOLDERS = "CREATE TABLE folders (conversation INTEGER PRIMARY KEY, name TEXT NOT NULL)";
    private static final String INSERT_FOLDER = "INSERT INTO folders (conversation, name) VALUES (?, ?)";
    private static final String INSERT = "INSERT INTO plan (format, path, session) VALUES (?, ?, ?)";
    private static final String INDEX = "CREATE INDEX plan_by_format ON plan (format, path, session)";
    private static final String ALL = "SELECT id, snapshot, found FROM sessions WHERE selected ORDER BY id";
    private static final String CONVERSATIONS = "SELECT id, key FROM conversations ORDER BY id";
    private static final String PLANNED = """
            SELECT p.path, s.id, s.snapshot, s.found FROM plan p CROSS JOIN sessions s ON s.id = p.session
            WHERE p.format = ? ORDER BY p.path, s.started_at, s.session_id
            """;

    private final SortDatabase database;
    private final FileNames names;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();

    /** Receives planned sessions. */
    interface Receiver {
        void session(String path, long row, ExportedSession session) throws IOException;
    }

    /** Receives the id of a row and a name made of it. */
    private interface NameReceiver {
        void name(long row, String name) throws SQLException;
    }

    FilePlan(SortDatabase database) {
        this.database = database;
        this.names = new FileNames(database);
    }

    /** Creates the tables, and names the folders of channels. */
    void create() {
        database.execute(TABLE);
        database.execute(FOLDERS);
        names.create();
        try {
            forEachFolder((conversation, name) -> names.add("", name));
            try (PreparedStatement insert = database.prepare(INSERT_FOLDER)) {
                forEachFolder((conversation, name) -> {
                    insert.setLong(1, conversation);
                    insert.setString(2, names.distinct("", name));
                    insert.executeUpdate();
                });
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        database.execute("CREATE INDEX folders_by_name ON folders (name)");
    }

    /** Plans the files of a format. */
    void add(ExportFormat format, FileTemplate template) {
        try {
            forEachSession(template, (session, path) -> names.add(format.name(), path));
            try (PreparedStatement insert = database.prepare(INSERT)) {
                forEachSession(template, (session, path) -> {
                    insert.setString(1, format.name());
                    insert.setString(2, names.distinct(format.name(), path));
                    insert.setLong(3, session);
                    insert.executeUpdate();
                });
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private void forEachFolder(NameReceiver receiver) throws SQLException {
        try (PreparedStatement select = database.prepare(CONVERSATIONS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Conversation conversation = Conversation.ofKey(row.getString(2));
                receiver.name(row.getLong(1), SafeName.of(ChannelFolder.id(conversation, ChannelFolder.SLACK)));
            }
        }
    }

    private void forEachSession(FileTemplate template, NameReceiver receiver) throws SQLException {
        try (PreparedStatement select = database.prepare(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                receiver.name(row.getLong(1), template.path(snapshots.decode(row.getBytes(2))));
            }
        }
    }

    /** Completes the plan. */
    void finish() {
        database.execute(INDEX);
    }

    /** Passes on the sessions of a format, sorted by file and then by time. */
    void forEach(String format, Receiver receiver) throws IOException {
        try (PreparedStatement select = database.prepare(PLANNED)) {
            select.setString(1, format);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    receiver.session(
                            row.getString(1),
                            row.getLong(2),
                            new ExportedSession(snapshots.decode(row.getBytes(3)), row.getLong(4), 1));
                }
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
