package io.multichat.jobs.export.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Sender;
import io.multichat.events.json.StrictJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The senders of what was staged. */
final class StagedSenders {
    /** Creations and other events, by time, so that the newest name of each sender comes last. */
    private static final String SENDERS = """
            SELECT v.event, m.sent_at FROM sessions s CROSS JOIN messages m ON m.session = s.id
              CROSS JOIN versions v ON v.id = m.creation WHERE s.selected
            UNION ALL
            SELECT e.event, e.sent_at FROM sessions s CROSS JOIN events e ON e.session = s.id WHERE s.selected
            UNION ALL
            SELECT r.event, r.sent_at FROM reactions r WHERE EXISTS (SELECT 1 FROM messages m CROSS JOIN sessions s
              ON s.id = m.session WHERE m.conversation = r.conversation AND m.message_id = r.message_id AND s.selected)
            ORDER BY 2, 1
            """;

    private StagedSenders() {}

    /** Each sender with its newest name, sorted by id. */
    static List<Sender> of(SortDatabase database) {
        TreeMap<String, Sender> senders = new TreeMap<>();
        try (PreparedStatement select = database.prepare(SENDERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                JsonNode sender = StrictJson.tree(row.getBytes(1), 0).path("sender");
                String id = sender.path("id").asText("");
                if (!id.isEmpty()) {
                    senders.merge(id, sender(id, sender), StagedSenders::newer);
                }
            }
            return List.copyOf(senders.values());
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static Sender sender(String id, JsonNode sender) {
        JsonNode role = sender.path("role");
        return new Sender(
                id,
                Optional.ofNullable(sender.path("name").textValue()),
                role.isTextual() ? Sender.Role.ofWireName(role.asText()) : Sender.Role.USER);
    }

    private static Sender newer(Sender known, Sender next) {
        return new Sender(next.id(), next.name().or(known::name), next.role());
    }
}
