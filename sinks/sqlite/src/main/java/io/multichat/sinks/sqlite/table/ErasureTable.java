package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.sql.Select;
import io.multichat.sinks.sqlite.sql.StatementParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code erasures}: what was erased in each conversation. A writer checks every entry of such a conversation against it, so
 * that a task that lags behind revives nothing. The markers are cached, with those of other processes since the last
 * {@link #refresh}.
 */
public final class ErasureTable {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement newest;
    private final Map<Long, List<ErasureMarker>> markers = new HashMap<>();
    /** The last time that any marker of a conversation covers; what is newer needs no search. */
    private final Map<Long, Long> coveredUntil = new HashMap<>();

    private long known;

    public ErasureTable(Connection connection) throws SQLException {
        this.connection = connection;
        insert = connection.prepareStatement("INSERT INTO erasures (conversation_id, participant, from_at, until_at)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
        newest = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM erasures");
    }

    /** Reads the markers that are new in the file. Call at the beginning of a write transaction. */
    public void refresh() throws SQLException {
        try (ResultSet result = newest.executeQuery()) {
            if (result.next() && result.getLong(1) == known) {
                return;
            }
        }
        new Select("SELECT id, conversation_id, participant, from_at, until_at FROM erasures")
                .with("WHERE id > ? ORDER BY id", known)
                .forEachWhile(connection, row -> {
                    known = row.getLong("id");
                    long conversationId = row.getLong("conversation_id");
                    ErasureMarker marker = marker(row);
                    markers.computeIfAbsent(conversationId, id -> new ArrayList<>())
                            .add(marker);
                    coveredUntil.merge(conversationId, marker.until(), Math::max);
                    return true;
                });
    }

    /**
     * Adds a marker.
     *
     * @return false if the file has it already, and so has nothing that it covers
     */
    public boolean add(long conversationId, ErasureMarker marker) throws SQLException {
        new StatementParameters(insert)
                .number(conversationId)
                .text(marker.participant().map(ParticipantHash::hex).orElse(""))
                .number(marker.from())
                .number(marker.until());
        boolean added = insert.executeUpdate() == 1;
        refresh();
        return added;
    }

    /** True if a participant was erased in the conversation, so that a message may have an erased author. */
    public boolean hasErasedParticipants(long conversationId) {
        return markers.getOrDefault(conversationId, List.of()).stream().anyMatch(marker -> !marker.removesMessages());
    }

    /** What may be stored of an entry: the entry itself, its remainder, or nothing. */
    public Optional<SinkEntry.Transcript> rest(long conversationId, SinkEntry.Transcript entry) {
        if (entry.placement().sentAt() > coveredUntil.getOrDefault(conversationId, Long.MIN_VALUE)) {
            return Optional.of(entry);
        }
        List<ErasureMarker> covering = markers.getOrDefault(conversationId, List.of()).stream()
                .filter(marker -> marker.covers(entry.event(), entry.placement().sentAt()))
                .toList();
        if (covering.isEmpty()) {
            return Optional.of(entry);
        }
        boolean stays = covering.stream().allMatch(marker -> marker.leavesRemainder(entry.event()));
        return stays ? Optional.of(remainder(entry)) : Optional.empty();
    }

    /** The entry without content and sender. */
    public static SinkEntry.Transcript remainder(SinkEntry.Transcript entry) {
        byte[] value = ErasedEvent.of(entry.event());
        ChatEvent event = DECODER.decode(value);
        return new SinkEntry.Transcript(entry.origin(), value, event, entry.placement());
    }

    private static ErasureMarker marker(ResultSet row) throws SQLException {
        String participant = row.getString("participant");
        return new ErasureMarker(
                participant.isEmpty() ? Optional.empty() : Optional.of(new ParticipantHash(participant)),
                row.getLong("from_at"),
                row.getLong("until_at"));
    }
}
