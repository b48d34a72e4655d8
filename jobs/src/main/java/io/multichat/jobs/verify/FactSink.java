package io.multichat.jobs.verify;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.hash.Sha256;
import io.multichat.jobs.client.OneLine;
import io.multichat.reading.audit.AuditSink;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;

/** Writes what one store holds into the database. For one thread. */
final class FactSink implements AuditSink, AutoCloseable {
    private static final int DIGEST_LENGTH = 32;

    private final EventDecoder events = new EventDecoder();
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private final int store;
    private final Set<String> conversations;
    private final PreparedStatement fact;
    private final PreparedStatement creation;
    private final PreparedStatement snapshot;
    private final PreparedStatement session;
    private final PreparedStatement boundary;
    private long accepted;
    private String log;
    private Long logOffset;

    /**
     * Creates a sink.
     *
     * @param store the number of the store
     * @param conversations the keys of the conversations to take, everything else is ignored; empty to take all
     */
    FactSink(FactDatabase database, int store, Set<String> conversations) throws SQLException {
        this.store = store;
        this.conversations = Set.copyOf(conversations);
        fact = database.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        creation = database.prepare("INSERT OR IGNORE INTO creations VALUES (?, ?, ?)");
        boundary = database.prepare("INSERT OR IGNORE INTO boundaries VALUES (?, ?)");
        snapshot = database.prepare("INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                + " generation = excluded.generation, version = excluded.version, digest = excluded.digest,"
                + " log = excluded.log, log_offset = excluded.log_offset"
                + " WHERE (excluded.generation, excluded.version) > (generation, version)");
        session = database.prepare(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                        + " live = excluded.live, open = excluded.open, cut = excluded.cut, started_at = excluded.started_at,"
                        + " last_message_at = excluded.last_message_at, messages = excluded.messages, gap = excluded.gap,"
                        + " generation = excluded.generation, version = excluded.version"
                        + " WHERE (excluded.generation, excluded.version) > (generation, version)");
    }

    /** The number of events that were taken. */
    long accepted() {
        return accepted;
    }

    @Override
    public void from(String name, long offset) {
        log = name;
        logOffset = offset;
    }

    @Override
    public void accepted(byte[] value, long sentAt, long order) {
        byte[] line = OneLine.of(value);
        ChatEvent event = events.decode(line);
        String conversation = event.conversation().key();
        if (!takes(conversation)) {
            return;
        }
        accepted++;
        if (event.type() == EventType.MESSAGE_CREATED) {
            String id = event.messageId().orElseThrow();
            put(fact, "message", conversation, id, "", store, digest(line, sentAt, order), log, logOffset);
            put(creation, conversation, sentAt, id);
        } else if (event.type().revisesMessage()) {
            String kind = event.type() == EventType.MESSAGE_EDITED ? "edit" : "delete";
            put(
                    fact,
                    kind,
                    conversation,
                    event.messageId().orElseThrow(),
                    "",
                    store,
                    digest(line, event.at(), 0),
                    log,
                    logOffset);
        } else {
            String identity = HexFormat.of().formatHex(EventIdentity.of(event, line));
            put(
                    fact,
                    "event",
                    conversation,
                    event.messageId().orElse(event.eventId().orElse(identity)),
                    event.type().wireName() + " " + identity,
                    store,
                    digest(line, sentAt, order),
                    log,
                    logOffset);
        }
    }

    @Override
    public void session(SessionSnapshot given) {
        String id = given.sessionId().toString();
        String conversation = given.conversation().key();
        if (!takes(conversation)) {
            return;
        }
        SessionSnapshot.Version version = given.version();
        put(
                snapshot,
                store,
                id,
                conversation,
                version.generation(),
                version.counter(),
                digest(snapshots.encode(given), 0, 0),
                log,
                logOffset);
        boolean cut = given.status()
                .closedBy()
                .filter(by -> by != SessionStatus.ClosedBy.IDLE)
                .isPresent();
        put(
                session,
                id,
                conversation,
                given.status().isLive() ? 1 : 0,
                given.status().state() == SessionStatus.State.OPEN ? 1 : 0,
                cut ? 1 : 0,
                given.span().startedAt(),
                given.span().lastMessageAt(),
                given.counts().messages(),
                given.gap().toMillis(),
                version.generation(),
                version.counter());
    }

    @Override
    public void boundary(String conversation, long instant) {
        if (takes(conversation)) {
            put(fact, "boundary", conversation, Long.toString(instant), "", store, "", log, logOffset);
            put(boundary, conversation, instant);
        }
    }

    private boolean takes(String conversation) {
        return conversations.isEmpty() || conversations.contains(conversation);
    }

    @Override
    public void close() throws SQLException {
        fact.close();
        creation.close();
        snapshot.close();
        session.close();
        boundary.close();
    }

    private static void put(PreparedStatement statement, Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new VerifyException(
                    "the temporary database failed: " + e.getMessage() + "; check that the disk is not full", e);
        }
    }

    /** A fingerprint of the content and the numbers that belong to it. */
    private static String digest(byte[] value, long first, long second) {
        MessageDigest digest = Sha256.start();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .array());
        digest.update(value);
        return Sha256.finish(digest).substring(0, DIGEST_LENGTH);
    }
}
