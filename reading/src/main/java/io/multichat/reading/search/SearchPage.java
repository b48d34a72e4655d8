package io.multichat.reading.search;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.reading.StoredMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of search hits.
 *
 * @param hits the hits in the requested order
 * @param next the cursor of the next page, for {@link SearchRequest#before()}; empty on the last page
 * @param indexedUpTo the time of the most recently stored message that the search covers, UTC milliseconds; empty if it covers
 *     none
 */
public record SearchPage(List<Hit> hits, Optional<SearchCursor> next, OptionalLong indexedUpTo) {
    /**
     * A matching message.
     *
     * @param conversation the message's conversation
     * @param session the message's session; empty if it is not announced yet
     * @param message the message
     * @param snippet the part of its text that matches
     */
    public record Hit(Conversation conversation, Optional<SessionId> session, StoredMessage message, Snippet snippet) {}

    /**
     * A part of a text.
     *
     * @param text the part, with an ellipsis where it was cut
     * @param marks where the words of the query are in it, in order, without overlaps
     */
    public record Snippet(String text, List<Mark> marks) {}

    /**
     * A range of a snippet, in UTF-16 code units.
     *
     * @param start the first index
     * @param end the index after the last one
     */
    public record Mark(int start, int end) {}
}
