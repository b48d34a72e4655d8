package io.multichat.server.tiers;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists the conversations whose channel or thread contains a text, whatever its case. No store has an index of names, so pages of all
 * conversations are read until enough match.
 *
 * @param conversations lists all of them
 * @param text the text
 */
public record NamedConversations(ConversationTiers conversations, String text) {
    private static final int PAGE = ConversationPage.MAX_LIMIT;
    /** Bounds the time of an answer. */
    private static final int MOST_READ = 10 * PAGE;

    /**
     * A page of the conversations, newest activity first. It may have fewer than {@code limit} although more follow: then its cursor leads
     * to those that were not looked at.
     */
    public Answer<ConversationPage> list(Optional<String> platform, Optional<ConversationCursor> after, int limit) {
        List<SessionSnapshot> found = new ArrayList<>();
        Optional<ConversationCursor> next = after;
        for (int read = 0; ; read += PAGE) {
            Answer<ConversationPage> answer = conversations.list(platform, next, PAGE);
            answer.value().newest().stream().filter(this::matches).forEach(found::add);
            next = answer.value().next();
            if (found.size() > limit) {
                return answer.withValue(ConversationPage.of(found.subList(0, limit + 1), limit));
            }
            if (next.isEmpty() || read + PAGE >= MOST_READ) {
                return answer.withValue(new ConversationPage(List.copyOf(found), next));
            }
        }
    }

    private boolean matches(SessionSnapshot newest) {
        Conversation conversation = newest.conversation();
        String name = conversation.channel() + "\n" + conversation.thread().orElse("");
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
