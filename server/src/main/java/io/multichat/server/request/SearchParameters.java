package io.multichat.server.request;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchFilter;
import io.multichat.reading.search.SearchQuery;
import io.multichat.reading.search.SearchRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a search.
 *
 * @param parameters all parameters of the request
 */
public record SearchParameters(Parameters parameters) {
    /** The names of the parameters. */
    public static final List<String> NAMES = DemandParameters.with(List.of(
            "q",
            "conversation",
            "platform",
            "channel",
            "thread",
            "sender",
            "role",
            "from",
            "to",
            "sort",
            "cursor",
            "limit"));

    /** The search; its conditions are those of {@code q} and those of the other parameters together. */
    public SearchRequest request() {
        SearchQuery query = QueryGrammar.parse(parameters
                .text("q")
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> new IllegalArgumentException("q is missing or blank; it must hold the words to find")));
        return new SearchRequest(
                new SearchQuery(query.terms(), query.filter().and(filter())),
                parameters
                        .text("sort")
                        .map(name -> Parameters.parsed("sort", name, SearchParameters::sort))
                        .orElse(SearchRequest.Sort.NEWEST),
                parameters.cursor(SearchCursor::parse),
                parameters.limit(SearchRequest.MAX_LIMIT));
    }

    private SearchFilter filter() {
        Optional<Conversation> conversation = new ConversationParameters(parameters).conversation();
        return new SearchFilter(
                new SearchFilter.Place(conversation.map(Conversation::key), parameters.text("platform")),
                parameters.text("sender"),
                parameters.text("role").map(name -> Parameters.parsed("role", name, SearchParameters::role)),
                parameters.time("from"),
                parameters.time("to"),
                Set.of());
    }

    private static SearchRequest.Sort sort(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "newest" -> SearchRequest.Sort.NEWEST;
            case "relevance" -> SearchRequest.Sort.RELEVANCE;
            default -> throw new IllegalArgumentException("it must be newest or relevance");
        };
    }

    private static Sender.Role role(String name) {
        return List.of(Sender.Role.values()).stream()
                .filter(role -> role.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be user, assistant, system, tool or bot"));
    }
}
