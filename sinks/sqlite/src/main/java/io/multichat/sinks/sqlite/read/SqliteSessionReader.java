package io.multichat.sinks.sqlite.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.details.MessageDetails;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads sessions and messages from the files of a store, which may be written at the same time. Thread-safe.
 *
 * <p>A store without files is empty.
 */
public final class SqliteSessionReader implements SessionReader {
    private final ReadFiles files;
    private final CompleteSessions complete = new CompleteSessions();
    private final SqliteConversations conversations;

    /**
     * Opens nothing yet.
     *
     * @param file the path in {@code sqlite.file}, in either layout
     */
    public SqliteSessionReader(Path file) {
        files = new ReadFiles(file);
        conversations = new SqliteConversations(files, complete);
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        return files.first(connection -> SessionById.find(connection, id));
    }

    @Override
    public boolean holds(SessionId id) {
        return files.first(connection -> SessionById.same(connection, id)).isPresent();
    }

    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionPage.requireLimit(limit);
        List<List<SessionSnapshot>> answers = new ArrayList<>();
        for (ReadConnections file : files.all().values()) {
            file.ask(
                            Optional.<List<SessionSnapshot>>empty(),
                            connection -> Optional.of(SqliteSessions.list(connection, filter, after, limit)))
                    .ifPresent(answers::add);
        }
        // Without a file there is nothing to say: the sink may write elsewhere, or has not started yet.
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(SessionPage.of(
                        answers.stream()
                                .flatMap(List::stream)
                                .sorted(SessionCursor.NEWEST_FIRST)
                                .toList(),
                        limit));
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        return files.first(connection -> {
            Optional<Long> conversation = ConversationRow.id(connection, session.conversation());
            if (conversation.isEmpty() || !complete.isComplete(connection, conversation.get(), session)) {
                return Optional.empty();
            }
            return Optional.of(SessionMessages.page(connection, conversation.get(), session, request));
        });
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        return conversations.position(session.conversation(), messageId);
    }

    @Override
    public Optional<ConversationReader> conversations() {
        return Optional.of(conversations);
    }

    @Override
    public Optional<MessageDetails> details() {
        return Optional.of(new SqliteDetails(files));
    }

    @Override
    public void close() {
        files.close();
    }
}
