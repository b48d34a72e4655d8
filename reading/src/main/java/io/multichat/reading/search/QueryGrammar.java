package io.multichat.reading.search;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Sender;
import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of search queries: words, all of which must occur; {@code "a phrase"}; {@code -word} and {@code -"a phrase"}, which must
 * not occur; and the conditions {@code from:} (a sender's id), {@code in:} (a platform, a conversation's key, or
 * {@code "platform channel"}), {@code role:}, {@code before:} and {@code after:} (an RFC 3339 time or a UTC date), {@code has:} (a
 * {@link SearchFeature}). A value with spaces is quoted. A word at the very end is also the beginning of longer ones, from two letters
 * on. Everything else is text: no character causes a syntax error.
 */
public final class QueryGrammar {
    /** The maximum length of a query, in UTF-16 code units. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MAX_TERMS = 32;
    private static final int MIN_PREFIX = 2;
    private static final Pattern ITEM = Pattern.compile(
            "(?<minus>-?)(?:(?i:(?<key>from|in|role|before|after|has)):(?:\"(?<quoted>[^\"]*+)\"?+|(?<value>[^\\s\"\0]*+))"
                    + "|\"(?<phrase>[^\"]*+)\"?+|(?<word>[^\\s\"\0]++))");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private QueryGrammar() {}

    /**
     * Parses a query.
     *
     * @throws IllegalArgumentException if a condition is invalid or the query is too long; says what to write instead
     */
    public static SearchQuery parse(String query) {
        if (query.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "q has " + query.length() + " characters; it may have at most " + MAX_LENGTH);
        }
        List<SearchTerm> terms = new ArrayList<>();
        SearchFilter filter = SearchFilter.NONE;
        Matcher item = ITEM.matcher(query);
        while (item.find()) {
            if (item.group("key") != null) {
                filter = filter.and(condition(item));
            } else {
                terms.add(term(item, query.length()));
            }
        }
        if (terms.size() > MAX_TERMS) {
            throw new IllegalArgumentException(
                    "q has " + terms.size() + " words and phrases; it may have at most " + MAX_TERMS);
        }
        return new SearchQuery(terms, filter);
    }

    private static SearchTerm term(Matcher item, int end) {
        boolean excluded = !item.group("minus").isEmpty();
        String phrase = item.group("phrase");
        if (phrase != null) {
            return new SearchTerm(phrase, true, excluded, false);
        }
        String word = item.group("word");
        boolean last = item.end() == end && word.codePointCount(0, word.length()) >= MIN_PREFIX;
        return new SearchTerm(word, false, excluded, last && !excluded);
    }

    private static SearchFilter condition(Matcher item) {
        String key = item.group("key").toLowerCase(Locale.ROOT);
        String value = item.group("quoted") != null ? item.group("quoted") : item.group("value");
        if (!item.group("minus").isEmpty()) {
            throw new IllegalArgumentException("q has -" + key + ":, but only words and phrases can be excluded");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("q has " + key + ": without a value; write it after the colon");
        }
        try {
            return condition(key, value);
        } catch (IllegalArgumentException | InvalidEventException | DateTimeException e) {
            throw new IllegalArgumentException("q has " + key + ":" + value + "; " + e.getMessage(), e);
        }
    }

    private static SearchFilter condition(String key, String value) {
        SearchFilter none = SearchFilter.NONE;
        return switch (key) {
            case "from" -> with(none.place(), Optional.of(value), none.role(), Set.of());
            case "in" -> with(place(value), none.sender(), none.role(), Set.of());
            case "role" ->
                with(
                        none.place(),
                        none.sender(),
                        Optional.of(Sender.Role.ofWireName(value.toLowerCase(Locale.ROOT))),
                        Set.of());
            case "has" ->
                with(
                        none.place(),
                        none.sender(),
                        none.role(),
                        Set.of(SearchFeature.ofWireName(value.toLowerCase(Locale.ROOT))));
            case "after" ->
                new SearchFilter(none.place(), none.sender(), none.role(), time(value), none.to(), Set.of());
            default -> new SearchFilter(none.place(), none.sender(), none.role(), none.from(), time(value), Set.of());
        };
    }

    private static SearchFilter with(
            SearchFilter.Place place,
            Optional<String> sender,
            Optional<Sender.Role> role,
            Set<SearchFeature> features) {
        return new SearchFilter(place, sender, role, OptionalLong.empty(), OptionalLong.empty(), features);
    }

    private static SearchFilter.Place place(String value) {
        String[] parts = value.strip().split("\\s+", 2);
        if (parts.length == 2) {
            return new SearchFilter.Place(
                    Optional.of(Conversation.of(parts[0], parts[1]).key()), Optional.empty());
        }
        return value.contains("/")
                ? new SearchFilter.Place(Optional.of(Conversation.ofKey(value).key()), Optional.empty())
                : new SearchFilter.Place(Optional.empty(), Optional.of(value));
    }

    private static OptionalLong time(String value) {
        String time = DATE.matcher(value).matches() ? value + "T00:00:00Z" : value;
        return OptionalLong.of(Rfc3339.parse(time));
    }
}
