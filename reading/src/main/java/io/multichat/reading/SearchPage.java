package io.multichat.reading;

import io.multichat.events.Conversation;
import java.util.List;
import java.util.Optional;

/**
 * Some messages that a search found.
 *
 * @param hits what was stored last comes first
 * @param next where the next page begins, for {@link SearchRequest#before()}; empty when nothing follows
 */
public record SearchPage(List<Hit> hits, Optional<SearchCursor> next) {
    /**
     * A message that was found, and where it was said.
     *
     * @param conversation its conversation
     * @param message its newest revision
     */
    public record Hit(Conversation conversation, StoredMessage message) {}
}
