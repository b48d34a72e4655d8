package io.multichat.sinks.sqlite.read;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.sqlite.sql.Select;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conversations across their sessions from the files of a store. Thread-safe. */
final class SqliteConversations implements ConversationReader {
    /**
     * Selects the newest live session of each conversation, by {@code sessions_by_activity}. The planner does not know how few
     * sessions have a successor, so the index of the successors is named.
     */
    static final String NEWEST = SessionRow.SELECT + """
            WHERE s.state IN ('open', 'closed')
              AND NOT EXISTS (
                SELECT 1 FROM sessions AS n INDEXED BY sessions_live
                WHERE n.conversation_id = s.conversation_id AND n.state IN ('open', 'closed')
                  AND (n.started_at, n.session_id) > (s.started_at, s.session_id))""";

    /** Continues a list after a cursor. */
    static final String AFTER = "AND (s.last_message_at, s.session_id) < (?, ?)";

    /** Orders a list and ends it. */
    static final String NEWEST_ACTIVITY_FIRST = "ORDER BY s.last_message_at DESC, s.session_id DESC LIMIT ?";

    private static final SessionSnapshot.Span ALWAYS = new SessionSnapshot.Span(Long.MIN_VALUE, Long.MAX_VALUE);

    private final ReadFiles files;
    private final CompleteSessions complete;

    SqliteConversations(ReadFiles files, CompleteSessions complete) {
        this.files = files;
        this.complete = complete;
    }

    @Override
    public Optional<ConversationPage> conversations(
            Optional<String> platform, Optional<ConversationCursor> after, int limit) {
        ConversationPage.requireLimit(limit);
        Select select = new Select(NEWEST).with("AND c.platform = ?", platform);
        after.ifPresent(cursor ->
                select.with(AFTER, cursor.lastMessageAt(), cursor.sessionId().toString()));
        select.with(NEWEST_ACTIVITY_FIRST, limit + 1L);
        List<List<SessionSnapshot>> answers = new ArrayList<>();
        for (ReadConnections file : files.all().values()) {
            file.ask(
                            Optional.<List<SessionSnapshot>>empty(),
                            connection -> Optional.of(select.all(connection, SessionRow::read)))
                    .ifPresent(answers::add);
        }
        // A conversation is in one file, so no file has a newer session of it than another one lists.
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(ConversationPage.of(
                        answers.stream()
                                .flatMap(List::stream)
                                .sorted(ConversationCursor.NEWEST_ACTIVITY_FIRST)
                                .limit(limit + 1L)
                                .toList(),
                        limit));
    }

    @Override
    public Optional<ConversationMessages> messages(Conversation conversation, PageRequest request) {
        return files.first(connection -> {
            Optional<Long> id = ConversationRow.id(connection, conversation);
            return id.isEmpty() ? Optional.empty() : messages(connection, id.get(), request);
        });
    }

    @Override
    public Optional<MessagePosition> position(Conversation conversation, String messageId) {
        return files.first(connection -> {
            Optional<Long> id = ConversationRow.id(connection, conversation);
            return id.isEmpty() ? Optional.empty() : ConversationRow.position(connection, id.get(), messageId);
        });
    }

    @Override
    public boolean holdsAll(Conversation conversation) {
        return files.first(connection -> {
                    Optional<Long> id = ConversationRow.id(connection, conversation);
                    return id.isEmpty()
                            ? Optional.empty()
                            : Optional.of(areComplete(
                                    connection, id.get(), ConversationRow.sessions(connection, id.get(), ALWAYS)));
                })
                .orElse(false);
    }

    /**
     * A page with its sessions; empty if the file lacks messages of one of them, or of a session that the page passes over because it
     * has none yet.
     */
    private Optional<ConversationMessages> messages(Connection connection, long conversationId, PageRequest request)
            throws SQLException {
        MessagePage page = SessionMessages.page(connection, conversationId, ALWAYS, request);
        List<SessionSnapshot> sessions = ConversationRow.sessions(connection, conversationId, claimed(request, page));
        return areComplete(connection, conversationId, sessions)
                ? Optional.of(new ConversationMessages(page, sessions))
                : Optional.empty();
    }

    private boolean areComplete(Connection connection, long conversationId, List<SessionSnapshot> sessions)
            throws SQLException {
        for (SessionSnapshot session : sessions) {
            if (!complete.isComplete(connection, conversationId, session)) {
                return false;
            }
        }
        return true;
    }

    /** The time about which a page says everything: up to the beginning or end of the conversation if nothing more is there. */
    private static SessionSnapshot.Span claimed(PageRequest request, MessagePage page) {
        boolean forward = request.direction() == PageRequest.Direction.FORWARD;
        long from = request.after().map(MessagePosition::sentAt).orElse(forward ? Long.MIN_VALUE : Long.MAX_VALUE);
        long end = forward ? Long.MAX_VALUE : Long.MIN_VALUE;
        long to = page.more()
                ? page.messages().get(page.messages().size() - 1).position().sentAt()
                : end;
        return new SessionSnapshot.Span(Math.min(from, to), Math.max(from, to));
    }
}
