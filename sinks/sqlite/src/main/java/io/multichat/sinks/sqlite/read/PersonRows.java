package io.multichat.sinks.sqlite.read;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.codec.EventDecoder;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what a person left in a file. Tables are read from end to end, since none has an index of senders; the cross joins keep SQLite
 * from visiting them conversation by conversation.
 */
final class PersonRows {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final String IN_CONVERSATION = " CROSS JOIN conversations AS c ON c.id = x.conversation_id";

    private final Connection connection;
    private final Person person;
    private final long until;
    private final Map<String, EntryCounts> found = new TreeMap<>();

    private PersonRows(Connection connection, Person person, long until) {
        this.connection = connection;
        this.person = person;
        this.until = until;
    }

    /** The conversations with anything of the person up to a time. */
    static List<PersonTrace> traces(Connection connection, Person person, long until) throws SQLException {
        PersonRows rows = new PersonRows(connection, person, until);
        rows.countMessages();
        rows.countRevisions();
        rows.countEvents();
        return rows.found.entrySet().stream()
                .map(each -> new PersonTrace(Conversation.ofKey(each.getKey()), each.getValue()))
                .toList();
    }

    private void countMessages() throws SQLException {
        select("SELECT c.key FROM messages AS x")
                .with("WHERE x.ordering IS NOT NULL AND x.sender_id = ? AND x.sent_at <= ?", person.id(), until)
                .with("AND c.platform = ?", person.platform())
                .forEachWhile(connection, row -> add(row.getString(1), EntryCounts.MESSAGE));
    }

    /** Those of the person's messages, and those that the person made. */
    private void countRevisions() throws SQLException {
        select("SELECT c.key, x.event, m.sender_id FROM message_revisions AS x")
                .with(
                        "LEFT JOIN messages AS m ON m.conversation_id = x.conversation_id AND m.message_id = x.message_id")
                // Escapes hide an id, so text with escapes is decoded.
                .with("WHERE (m.sender_id = ? OR instr(x.event, ?) OR instr(x.event, '\\'))", person.id(), person.id())
                .with("AND (m.sent_at IS NULL OR m.sent_at <= ?)", until)
                .with("AND c.platform = ?", person.platform())
                .forEachWhile(
                        connection,
                        row -> (!person.id().equals(row.getString(3)) && !isBy(row.getBytes(2)))
                                || add(row.getString(1), EntryCounts.REVISION));
    }

    private void countEvents() throws SQLException {
        select("SELECT c.key, x.type FROM events AS x")
                .with("WHERE x.sender_id = ? AND x.sent_at <= ?", person.id(), until)
                .with("AND c.platform = ?", person.platform())
                .forEachWhile(
                        connection,
                        row -> EventType.ofWireName(row.getString(2))
                                        .filter(EventType::isCommand)
                                        .isPresent()
                                || add(row.getString(1), EntryCounts.EVENT));
    }

    private static Select select(String table) {
        return new Select(table + IN_CONVERSATION);
    }

    private boolean isBy(byte[] revision) {
        ChatEvent event = DECODER.decode(revision);
        return event.at() <= until
                && event.sender()
                        .filter(sender -> sender.id().equals(person.id()))
                        .isPresent();
    }

    private boolean add(String conversation, EntryCounts counts) {
        found.merge(conversation, counts, EntryCounts::plus);
        return true;
    }
}
