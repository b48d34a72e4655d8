package io.multichat.sinks.sqlite;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventDecoder;
import io.multichat.events.EventType;
import io.multichat.events.Revision;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tables must hold after some entries, worked out from the set of them all. */
final class PlainModel {
    static final String MESSAGES =
            "SELECT message_id, sent_at, ordering, sender_id, text, edited_at, deleted_at, event,"
                    + " original FROM messages ORDER BY message_id";
    static final String REVISIONS = "SELECT message_id, rank, revised_at, event FROM message_revisions"
            + " ORDER BY message_id, rank, revised_at, event";
    static final String SESSIONS = "SELECT session_id, version, messages FROM sessions ORDER BY session_id";
    static final String FOUND = "SELECT message_id FROM messages_fts AS f JOIN messages AS m ON m.id = f.rowid"
            + " WHERE messages_fts MATCH '%s' ORDER BY message_id";

    private static final Comparator<SinkEntry.Transcript> PLACE = Comparator.comparingLong(
                    (SinkEntry.Transcript entry) -> entry.placement().sentAt())
            .thenComparingLong(entry -> entry.placement().order());

    private final Map<String, List<SinkEntry.Transcript>> messages;
    private final TreeMap<SessionId, SessionSnapshot> sessions = new TreeMap<>();

    PlainModel(List<SinkEntry> entries) {
        messages = entries.stream()
                .filter(SinkEntry.Transcript.class::isInstance)
                .map(SinkEntry.Transcript.class::cast)
                .collect(Collectors.groupingBy(
                        entry -> entry.event().messageId().orElseThrow(), TreeMap::new, Collectors.toList()));
        for (SinkEntry entry : entries) {
            if (entry instanceof SinkEntry.Snapshot snapshot) {
                sessions.merge(
                        snapshot.snapshot().sessionId(),
                        snapshot.snapshot(),
                        (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other);
            }
        }
    }

    List<String> messages() {
        return messages.entrySet().stream()
                .map(message -> row(message.getKey(), message.getValue()))
                .toList();
    }

    List<String> revisions() {
        return messages.entrySet().stream()
                .flatMap(message -> revisions(message.getValue()).stream()
                        .filter(revision -> revision.rank() > 0)
                        .map(revision -> line(message.getKey(), revision.rank(), revision.at(), revision.value())))
                .toList();
    }

    List<String> sessions() {
        return sessions.values().stream()
                .map(session -> line(
                        session.sessionId(),
                        session.version().counter(),
                        session.counts().messages()))
                .toList();
    }

    /** The messages that show exactly that text. */
    List<String> showing(String text) {
        return messages.entrySet().stream()
                .filter(message ->
                        text.equals(shownText(revisions(message.getValue()).last())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String row(String messageId, List<SinkEntry.Transcript> entries) {
        TreeSet<Revision> revisions = revisions(entries);
        List<SinkEntry.Transcript> creations = entries.stream()
                .filter(entry -> entry.event().type() == EventType.MESSAGE_CREATED)
                .toList();
        Revision creation =
                revisions(creations).stream().max(Comparator.naturalOrder()).orElse(null);
        SinkEntry.Transcript place =
                (creations.isEmpty() ? entries : creations).stream().min(PLACE).orElseThrow();
        return line(
                messageId,
                place.placement().sentAt(),
                creation == null ? null : place.placement().order(),
                creation == null ? null : "ada",
                shownText(revisions.last()),
                newest(revisions, 1),
                newest(revisions, 2),
                revisions.last().value(),
                creation == null || revisions.last().rank() == 0 ? null : creation.value());
    }

    private static TreeSet<Revision> revisions(List<SinkEntry.Transcript> entries) {
        return entries.stream()
                .map(entry -> Revision.of(entry.event(), entry.value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Long newest(TreeSet<Revision> revisions, int rank) {
        return revisions.stream()
                .filter(revision -> revision.rank() == rank)
                .map(Revision::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String shownText(Revision revision) {
        ChatEvent event = new EventDecoder().decode(revision.value());
        return event.content().text().orElse(null);
    }

    private static String line(Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }
}
