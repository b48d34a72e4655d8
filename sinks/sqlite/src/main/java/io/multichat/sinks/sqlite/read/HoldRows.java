package io.multichat.sinks.sqlite.read;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.CommandReason;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.reading.erase.SetHold;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The holds in a file, which keeps the commands that set and clear them. */
final class HoldRows {
    private static final EventDecoder DECODER = new EventDecoder();

    private HoldRows() {}

    /**
     * The holds that are set and were not cleared. Their commands count by time: a conversation that the topology forgot after
     * {@code session.retention} is numbered from the beginning again, so a command may be numbered lower than an earlier one.
     */
    static List<SetHold> set(Connection connection) throws SQLException {
        Map<List<String>, SetHold> set = new LinkedHashMap<>();
        new Select("SELECT event FROM events")
                .with("WHERE type IN (?, ?)", EventType.HOLD_SET.wireName(), EventType.HOLD_CLEARED.wireName())
                .with("ORDER BY conversation_id, sent_at, ordering")
                .forEachWhile(connection, row -> {
                    apply(DECODER.decode(row.getBytes(1)), set);
                    return true;
                });
        return List.copyOf(set.values());
    }

    private static void apply(ChatEvent event, Map<List<String>, SetHold> set) {
        ErasureCommand hold = ErasureCommand.of(event);
        List<String> key = List.of(event.conversation().key(), hold.hold().orElseThrow());
        if (event.type() == EventType.HOLD_SET) {
            set.put(key, new SetHold(event.conversation(), hold, event.at(), CommandReason.of(event)));
        } else {
            set.remove(key);
        }
    }
}
