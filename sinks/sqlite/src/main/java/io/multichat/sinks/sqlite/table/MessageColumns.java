package io.multichat.sinks.sqlite.table;

import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.sqlite.sql.NullableColumn;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads and writes the columns of {@code messages}. */
final class MessageColumns {
    /** Rows for {@link #read}, before any condition. */
    static final String SELECT = """
            SELECT id, message_id, sent_at, ordering, sender_id, sender_name, role, reply_to, text, edited_at, deleted_at, event, original
            FROM messages""";

    /** Replaces a row, given the values of {@link #bind} and its id. */
    static final String UPDATE = """
            UPDATE messages SET sent_at = ?, ordering = ?, sender_id = ?, sender_name = ?, role = ?, reply_to = ?, text = ?,
              edited_at = ?, deleted_at = ?, event = CAST(? AS TEXT), original = CAST(? AS TEXT)
            WHERE id = ?""";

    private static final EventDecoder DECODER = new EventDecoder();

    private MessageColumns() {}

    /** The current row of a {@link #SELECT}. */
    static MessageRow read(ResultSet row) throws SQLException {
        OptionalLong editedAt = NullableColumn.number(row, "edited_at");
        OptionalLong deletedAt = NullableColumn.number(row, "deleted_at");
        Revision shown = shown(row.getBytes("event"), editedAt, deletedAt);
        return new MessageRow(
                new MessagePosition(row.getLong("sent_at"), row.getLong("ordering"), row.getString("message_id")),
                new MessageRow.Shown(shown, shown.isDelete() ? Optional.empty() : text(shown.value())),
                creation(row),
                editedAt,
                deletedAt);
    }

    private static Revision shown(byte[] event, OptionalLong editedAt, OptionalLong deletedAt) {
        if (deletedAt.isPresent()) {
            return Revision.delete(deletedAt.getAsLong(), event);
        }
        return editedAt.isPresent() ? Revision.edit(editedAt.getAsLong(), event) : Revision.creation(event);
    }

    private static Optional<MessageRow.Creation> creation(ResultSet row) throws SQLException {
        if (NullableColumn.number(row, "ordering").isEmpty()) {
            return Optional.empty();
        }
        byte[] hidden = row.getBytes("original");
        byte[] event = hidden == null ? row.getBytes("event") : hidden;
        return Optional.of(new MessageRow.Creation(
                Revision.creation(event),
                new Sender(
                        row.getString("sender_id"),
                        Optional.ofNullable(row.getString("sender_name")),
                        Sender.Role.ofWireName(row.getString("role"))),
                Optional.ofNullable(row.getString("reply_to")),
                text(event)));
    }

    /** The text of an event: the column {@code text} may hold that of another version. */
    private static Optional<String> text(byte[] event) {
        return DECODER.decode(event).content().text();
    }

    /** Binds the columns of an {@link #UPDATE}, or those before the keys of an insert. */
    static StatementParameters bind(PreparedStatement statement, MessageRow row) throws SQLException {
        Optional<Sender> sender = row.creation().map(MessageRow.Creation::sender);
        return new StatementParameters(statement)
                .number(row.position().sentAt())
                .number(row.ordering())
                .text(sender.map(Sender::id))
                .text(sender.flatMap(Sender::name))
                .text(sender.map(present -> present.role().wireName()))
                .text(row.creation().flatMap(MessageRow.Creation::replyTo))
                .text(row.text())
                .number(row.editedAt())
                .number(row.deletedAt())
                .bytes(row.shown().version().value())
                .bytes(row.hiddenCreation().map(Revision::value));
    }
}
