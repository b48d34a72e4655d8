package io.multichat.reading.contract;

import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionPage;
import io.multichat.reading.StoredMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The ways in which a {@link FaultyReader} violates the contract. */
enum Fault {
    LOSES_A_MESSAGE_OF_A_PAGE,
    DOUBLES_A_MESSAGE,
    SWAPS_MESSAGES,
    ANNOUNCES_MESSAGES_AFTER_THE_LAST,
    ENDS_AFTER_THE_FIRST_PAGE_OF_MESSAGES,
    REPEATS_THE_FIRST_MESSAGES,
    READS_FORWARD_ONLY,
    INVENTS_SESSIONS,
    LOSES_SESSIONS,
    IGNORES_THE_MESSAGE_IN_THE_ID,
    LOSES_A_SESSION_OF_A_LIST,
    SWAPS_SESSIONS,
    ANNOUNCES_SESSIONS_AFTER_THE_LAST,
    ENDS_AFTER_THE_FIRST_PAGE_OF_SESSIONS,
    REPEATS_THE_FIRST_SESSIONS,
    IGNORES_THE_CONVERSATION,
    IGNORES_THE_PLATFORM,
    LOSES_POSITIONS,
    GIVES_THE_POSITION_BEFORE,
    LOSES_POSITIONS_IN_A_CONVERSATION,
    LOSES_A_MESSAGE_OF_A_CONVERSATION,
    NAMES_NO_SESSIONS,
    LOSES_A_CONVERSATION,
    SWAPS_CONVERSATIONS,
    REPEATS_THE_FIRST_CONVERSATIONS,
    IGNORES_THE_PLATFORM_OF_CONVERSATIONS;

    /** A page of messages with this fault. */
    MessagePage spoil(MessagePage page) {
        List<StoredMessage> messages = page.messages();
        return switch (this) {
            case LOSES_A_MESSAGE_OF_A_PAGE -> new MessagePage(withoutLast(messages), page.more());
            case DOUBLES_A_MESSAGE -> {
                List<StoredMessage> doubled = new ArrayList<>(messages);
                messages.stream().findFirst().ifPresent(doubled::add);
                yield new MessagePage(doubled, page.more());
            }
            case SWAPS_MESSAGES -> new MessagePage(reversed(messages), page.more());
            case ANNOUNCES_MESSAGES_AFTER_THE_LAST -> new MessagePage(messages, !messages.isEmpty());
            case ENDS_AFTER_THE_FIRST_PAGE_OF_MESSAGES -> new MessagePage(messages, false);
            default -> page;
        };
    }

    /** A page of sessions with this fault. */
    SessionPage spoil(SessionPage page) {
        List<SessionSnapshot> sessions = page.sessions();
        return switch (this) {
            case LOSES_A_SESSION_OF_A_LIST -> new SessionPage(withoutLast(sessions), page.next());
            case SWAPS_SESSIONS -> new SessionPage(reversed(sessions), page.next());
            case ANNOUNCES_SESSIONS_AFTER_THE_LAST ->
                new SessionPage(
                        sessions, sessions.stream().reduce((one, next) -> next).map(SessionCursor::of));
            case ENDS_AFTER_THE_FIRST_PAGE_OF_SESSIONS -> new SessionPage(sessions, Optional.empty());
            default -> page;
        };
    }

    private static <T> List<T> withoutLast(List<T> all) {
        return all.subList(0, Math.max(0, all.size() - 1));
    }

    private static <T> List<T> reversed(List<T> all) {
        List<T> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }
}
