package io.multichat.reading.search;

import java.util.List;

/**
 * What to search for.
 *
 * @param terms the words and phrases
 * @param filter the conditions
 */
public record SearchQuery(List<SearchTerm> terms, SearchFilter filter) {
    public SearchQuery {
        terms = List.copyOf(terms);
    }
}
