package io.multichat.reading;

import io.multichat.events.Conversation;
import java.util.List;
import java.util.Optional;

/**
 * A page of search hits.
 *
 * @param hits the hits, most recently stored first
 * @param next the cursor of the next page, for {@link SearchRequest#before()}; empty on the last page
 */
public record SearchPage(List<Hit> hits, Optional<SearchCursor> next) {
    /**
     * A matching message.
     *
     * @param conversation the message's conversation
     * @param message the message
     */
    public record Hit(Conversation conversation, StoredMessage message) {}
}
