package io.multichat.sinks.sqlite.table;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.sinks.sqlite.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Gives conversations their local ids. What it remembers is right until a transaction is rolled back. */
public final class ConversationTable {
    // In memory, all forgotten when full: saves the looking up of a key per entry. A busy partition has fewer.
    private static final int REMEMBERED = 50_000;

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final Map<Conversation, Long> ids = new HashMap<>();

    public ConversationTable(Connection connection) throws SQLException {
        select = connection.prepareStatement("SELECT id FROM conversations WHERE key = ?");
        insert = connection.prepareStatement("INSERT INTO conversations (key, hash, platform, channel, thread)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING id");
    }

    /** The id of a conversation, which gets one when it has none. Only inside a transaction that writes. */
    public long id(Conversation conversation) throws SQLException {
        Long known = ids.get(conversation);
        if (known != null) {
            return known;
        }
        String key = conversation.key();
        new Parameters(select).text(key);
        Long stored = first(select);
        if (stored == null) {
            new Parameters(insert)
                    .text(key)
                    .number(SessionId.conversationHash(key))
                    .text(conversation.platform())
                    .text(conversation.channel())
                    .text(conversation.thread());
            stored = first(insert);
        }
        if (ids.size() == REMEMBERED) {
            ids.clear();
        }
        ids.put(conversation, stored);
        return stored;
    }

    private static Long first(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : null;
        }
    }
}
