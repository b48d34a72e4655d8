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
 * that a task that lags behind revives nothing. A summary of each conversation is cached, with the markers of other processes since the
 * last {@link #refresh}; only entries that are as old as something erased are compared with the markers, by index.
 */
public final class ErasureTable {
    private static final EventDecoder DECODER = new EventDecoder();
    /** In the column {@code participant}: the marker is of a deleted session. */
    private static final String SESSION = "";
    /** The markers of a session or participant that cover a time. */
    static final String COVERING = "SELECT participant, from_at, until_at FROM erasures"
            + " WHERE conversation_id = ? AND participant = ? AND from_at BETWEEN ? AND ? AND until_at >= ?";

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement newest;
    private final PreparedStatement covering;
    private final Map<Long, Summary> summaries = new HashMap<>();

    private long known;

    /**
     * The markers of a conversation.
     *
     * @param until the last time that any of them covers; what is newer needs no search
     * @param longest the time that the longest deleted session covers, which bounds the search for those that contain a time; in milliseconds
     * @param hasParticipants true if any is of a participant
     */
    private record Summary(long until, long longest, boolean hasParticipants) {
        static final Summary NONE = new Summary(Long.MIN_VALUE, 0, false);

        Summary with(ErasureMarker marker) {
            return new Summary(
                    Math.max(until, marker.until()),
                    marker.removesMessages() ? Math.max(longest, marker.until() - marker.from()) : longest,
                    hasParticipants || !marker.removesMessages());
        }
    }

    public ErasureTable(Connection connection) throws SQLException {
        this.connection = connection;
        insert = connection.prepareStatement("INSERT INTO erasures (conversation_id, participant, from_at, until_at)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
        newest = connection.prepareStatement("SELECT coalesce(max(id), 0) FROM erasures");
        covering = connection.prepareStatement(COVERING);
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
                    ErasureMarker marker = marker(row);
                    summaries.compute(
                            row.getLong("conversation_id"),
                            (id, summary) -> (summary == null ? Summary.NONE : summary).with(marker));
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
                .text(marker.participant().map(ParticipantHash::hex).orElse(SESSION))
                .number(marker.from())
                .number(marker.until());
        boolean added = insert.executeUpdate() == 1;
        refresh();
        return added;
    }

    /** True if a participant was erased in the conversation, so that a message may have an erased author. */
    public boolean hasErasedParticipants(long conversationId) {
        return summaries.getOrDefault(conversationId, Summary.NONE).hasParticipants();
    }

    /** What may be stored of an entry: the entry itself, its remainder, or nothing. */
    public Optional<SinkEntry.Transcript> rest(long conversationId, SinkEntry.Transcript entry) throws SQLException {
        Summary summary = summaries.getOrDefault(conversationId, Summary.NONE);
        long sentAt = entry.placement().sentAt();
        if (sentAt > summary.until()) {
            return Optional.of(entry);
        }
        List<ErasureMarker> found = new ArrayList<>();
        addCovering(found, conversationId, SESSION, sentAt - summary.longest(), entry);
        if (summary.hasParticipants() && entry.event().sender().isPresent()) {
            String sender = entry.event().sender().get().id();
            addCovering(
                    found,
                    conversationId,
                    ParticipantHash.of(entry.event().conversation(), sender).hex(),
                    0,
                    entry);
        }
        if (found.isEmpty()) {
            return Optional.of(entry);
        }
        boolean stays = found.stream().allMatch(marker -> marker.leavesRemainder(entry.event()));
        return stays ? Optional.of(remainder(entry)) : Optional.empty();
    }

    /** @param from the earliest time at which a marker of this kind can begin that covers the entry */
    private void addCovering(
            List<ErasureMarker> found, long conversationId, String participant, long from, SinkEntry.Transcript entry)
            throws SQLException {
        long sentAt = entry.placement().sentAt();
        new StatementParameters(covering)
                .number(conversationId)
                .text(participant)
                .number(from)
                .number(sentAt)
                .number(sentAt);
        try (ResultSet rows = covering.executeQuery()) {
            while (rows.next()) {
                ErasureMarker marker = marker(rows);
                if (marker.covers(entry.event(), sentAt)) {
                    found.add(marker);
                }
            }
        }
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
