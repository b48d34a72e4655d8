package io.multichat.sinks.sqlite.table;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The table {@code conversations}, which gives each conversation its local id. Ids are cached, so an instance must not be used
 * after its transaction was rolled back.
 */
public final class ConversationTable {
    // Saves a lookup for each entry. In memory; cleared when full, which is rare even on a busy partition.
    private static final int CACHED = 50_000;

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final Map<Conversation, Long> ids = new HashMap<>();

    public ConversationTable(Connection connection) throws SQLException {
        select = connection.prepareStatement("SELECT id FROM conversations WHERE key = ?");
        insert = connection.prepareStatement("INSERT INTO conversations (key, hash, platform, channel, thread)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING id");
    }

    /** The id of a conversation; a new conversation gets one. Call only inside a write transaction. */
    public long id(Conversation conversation) throws SQLException {
        Long known = ids.get(conversation);
        if (known != null) {
            return known;
        }
        String key = conversation.key();
        new StatementParameters(select).text(key);
        Long stored = first(select);
        if (stored == null) {
            new StatementParameters(insert)
                    .text(key)
                    .number(lowOfIds(conversation))
                    .text(conversation.platform())
                    .text(conversation.channel())
                    .text(conversation.thread());
            stored = first(insert);
        }
        if (ids.size() == CACHED) {
            ids.clear();
        }
        ids.put(conversation, stored);
        return stored;
    }

    /** The low 64 bits of the ids of all sessions of a conversation; T0 and 16 bits of the hash are above them. */
    private static long lowOfIds(Conversation conversation) {
        return SessionId.of(0, conversation.hash()).low();
    }

    private static Long first(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : null;
        }
    }
}
