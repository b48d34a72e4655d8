package io.multichat.sinks.sqlite.index;

import io.multichat.reading.search.SearchTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The FTS5 expressions of search queries. Nothing in a query acts as an operator of FTS5. */
public final class MatchExpression {
    private MatchExpression() {}

    /**
     * The expression that matches the terms, in texts of the scope.
     *
     * @param scope checked by the index; use {@link #ofText} for an index without the column {@code scope}
     * @return empty if neither has a word, except excluded ones
     */
    public static Optional<String> of(List<SearchTerm> terms, SearchScope scope) {
        List<String> conditions = new ArrayList<>();
        scope.words().forEach(word -> conditions.add("scope : \"" + word + '"'));
        words(terms, false).forEach(phrase -> conditions.add("text : " + phrase));
        return excluding(terms, conditions, "text : ");
    }

    /** The expression that matches texts with any excluded word or phrase; empty if nothing is excluded. */
    public static Optional<String> ofExcluded(List<SearchTerm> terms) {
        List<String> phrases =
                words(terms, true).stream().map(phrase -> "text : " + phrase).toList();
        return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join(" OR ", phrases));
    }

    /** The expression for an index without the column {@code scope}. */
    public static Optional<String> ofText(List<SearchTerm> terms) {
        return excluding(terms, words(terms, false), "");
    }

    private static Optional<String> excluding(List<SearchTerm> terms, List<String> conditions, String column) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder expression = new StringBuilder("(" + String.join(" AND ", conditions) + ")");
        words(terms, true)
                .forEach(phrase -> expression.append(" NOT ").append(column).append(phrase));
        return Optional.of(expression.toString());
    }

    private static List<String> words(List<SearchTerm> terms, boolean excluded) {
        List<String> phrases = new ArrayList<>();
        for (SearchTerm term : terms) {
            if (term.isExcluded() == excluded) {
                phrases.addAll(
                        // All words of an excluded term must be together; otherwise either would exclude a message.
                        term.isPhrase() || excluded
                                ? SearchText.phrase(term.text()).stream().toList()
                                : SearchText.words(term.text(), term.isPrefix()));
            }
        }
        return phrases;
    }
}
