package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.reading.ConversationReader;
import io.multichat.reading.SessionCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Checks lists of conversations. A reader may leave a question unanswered, but every answer must be complete.
 *
 * @param reader the reader
 * @param sessions the newest snapshots of all sessions
 */
record ConversationLists(ConversationReader reader, Collection<SessionSnapshot> sessions) {
    private static final List<Integer> PAGE_SIZES = List.of(1, 2, ConversationPage.MAX_LIMIT);

    void check() {
        PAGE_SIZES.forEach(size -> check(Optional.empty(), size));
        sessions.stream()
                .map(session -> session.conversation().platform())
                .distinct()
                .forEach(platform -> check(Optional.of(platform), 2));
        check(Optional.of(UnknownSession.CONVERSATION.platform()), 2);
    }

    private void check(Optional<String> platform, int size) {
        List<SessionSnapshot> expected = sessions.stream()
                .filter(session -> session.status().isLive())
                .filter(session -> platform.isEmpty()
                        || platform.get().equals(session.conversation().platform()))
                .collect(Collectors.toMap(
                        SessionSnapshot::conversation,
                        session -> session,
                        BinaryOperator.minBy(SessionCursor.NEWEST_FIRST)))
                .values()
                .stream()
                .sorted(ConversationCursor.NEWEST_ACTIVITY_FIRST)
                .toList();
        read(platform, size)
                .ifPresent(answer -> assertThat(answer)
                        .as("conversations of %s in pages of %d", platform, size)
                        .isEqualTo(expected));
    }

    private Optional<List<SessionSnapshot>> read(Optional<String> platform, int size) {
        List<SessionSnapshot> found = new ArrayList<>();
        Optional<ConversationCursor> after = Optional.empty();
        while (true) {
            Optional<ConversationPage> page = reader.conversations(platform, after, size);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            assertThat(page.get().newest()).as("a page of conversations").hasSizeLessThanOrEqualTo(size);
            found.addAll(page.get().newest());
            after = page.get().next().map(next -> ConversationCursor.parse(next.toString()));
            if (after.isEmpty()) {
                return Optional.of(found);
            }
            assertThat(page.get().newest()).as("a page before the last").hasSize(size);
            assertThat(found)
                    .as("conversations, each once")
                    .hasSizeLessThanOrEqualTo(sessions.size())
                    .doesNotHaveDuplicates();
        }
    }
}
