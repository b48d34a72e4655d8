package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checks lists of sessions. A reader may leave a question unanswered, but every answer must be complete.
 *
 * @param reader the reader
 * @param sessions the newest snapshots of all sessions
 */
record SessionLists(SessionReader reader, Collection<SessionSnapshot> sessions) {
    private static final List<Integer> PAGE_SIZES = List.of(1, 2, SessionPage.MAX_LIMIT);

    void check() {
        PAGE_SIZES.forEach(size -> check(SessionFilter.ALL, size));
        for (SessionFilter filter : SampleFilters.of(sessions)) {
            check(filter, 2);
        }
    }

    private void check(SessionFilter filter, int size) {
        List<SessionSnapshot> expected = sessions.stream()
                .filter(session -> passes(filter, session))
                .sorted(SessionCursor.NEWEST_FIRST)
                .toList();
        read(filter, size)
                .ifPresent(answer ->
                        assertThat(answer).as("%s in pages of %d", filter, size).isEqualTo(expected));
    }

    private Optional<List<SessionSnapshot>> read(SessionFilter filter, int size) {
        List<SessionSnapshot> found = new ArrayList<>();
        Optional<SessionCursor> after = Optional.empty();
        while (true) {
            Optional<SessionPage> page = reader.sessions(filter, after, size);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            for (SessionSnapshot session : page.get().sessions()) {
                checkOrder(found, session);
                found.add(session);
            }
            after = page.get().next().map(next -> SessionCursor.parse(next.toString()));
            if (after.isEmpty()) {
                assertThat(page.get().sessions()).as("the last page").hasSizeLessThanOrEqualTo(size);
                checkEnd(filter, found, size);
                return Optional.of(found);
            }
            assertThat(page.get().sessions()).as("a page before the last").hasSize(size);
        }
    }

    private static void checkOrder(List<SessionSnapshot> found, SessionSnapshot next) {
        if (!found.isEmpty()) {
            SessionSnapshot previous = found.get(found.size() - 1);
            assertThat(SessionCursor.NEWEST_FIRST.compare(previous, next))
                    .as("%s before %s", previous.sessionId(), next.sessionId())
                    .isNegative();
        }
    }

    private void checkEnd(SessionFilter filter, List<SessionSnapshot> found, int size) {
        if (!found.isEmpty()) {
            SessionCursor last = SessionCursor.of(found.get(found.size() - 1));
            reader.sessions(filter, Optional.of(last), size)
                    .ifPresent(page -> assertThat(page)
                            .as("the page after the last session")
                            .isEqualTo(new SessionPage(List.of(), Optional.empty())));
        }
    }

    private static boolean place(SessionFilter filter, Conversation conversation) {
        boolean isChannel = filter.conversation().isPresent()
                && filter.threads()
                && filter.conversation()
                        .get()
                        .equals(Conversation.of(conversation.platform(), conversation.channel())
                                .key());
        return (isChannel
                        || filter.conversation()
                                .filter(key -> !key.equals(conversation.key()))
                                .isEmpty())
                && filter.platform()
                        .filter(name -> !name.equals(conversation.platform()))
                        .isEmpty();
    }

    private static boolean passes(SessionFilter filter, SessionSnapshot session) {
        long startedAt = session.span().startedAt();
        return filter.states().contains(session.status().state())
                && place(filter, session.conversation())
                && startedAt >= filter.from().orElse(Long.MIN_VALUE)
                && startedAt < filter.to().orElse(Long.MAX_VALUE);
    }
}
