package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.reading.Catalogue.KnownSession;
import io.multichat.benchmarks.reading.Catalogue.Place;
import io.multichat.reading.search.SearchTerm;
import io.multichat.sinks.sqlite.index.MatchExpression;
import io.multichat.sinks.sqlite.index.SearchScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The questions that are measured. */
final class Questions {
    private static final String MESSAGES = "/messages?limit=100";
    private static final SearchScope EVERYWHERE = new SearchScope(Optional.empty(), Optional.empty(), Optional.empty());

    private final Catalogue known;

    Questions(Catalogue known) {
        this.known = known;
    }

    List<Question> all() {
        KnownSession longest = known.longest();
        return List.of(
                new Question(
                        "session: its first page",
                        random -> "/v1/sessions/" + any(random).id() + MESSAGES,
                        SqlClient.PAGE,
                        random -> page(any(random)),
                        false),
                new Question(
                        "conversation: its newest page",
                        random -> "/v1/conversations/messages?limit=100&direction=backward&"
                                + place(any(random).place()),
                        SqlClient.LAST_PAGE,
                        random -> page(any(random)),
                        false),
                new Question(
                        "around an instant of the longest session",
                        random -> "/v1/sessions/" + longest.id() + "/messages?before=50&after=50&around="
                                + Instant.ofEpochMilli(instant(longest, random)),
                        SqlClient.PAGE,
                        random -> page(longest, instant(longest, random)),
                        false),
                new Question(
                        "first page of the longest session",
                        random -> "/v1/sessions/" + longest.id() + MESSAGES,
                        SqlClient.PAGE,
                        random -> page(longest),
                        false),
                new Question(
                        "last page of the longest session",
                        random -> "/v1/sessions/" + longest.id() + MESSAGES + "&direction=backward",
                        SqlClient.LAST_PAGE,
                        random -> page(longest),
                        false),
                search("search: rare word", Planted.WORD, "", EVERYWHERE),
                search(
                        "search: common word in a quiet conversation",
                        Catalogue.COMMON,
                        "&" + place(known.quiet()),
                        new SearchScope(Optional.of(known.quiet().row()), Optional.empty(), Optional.empty())),
                search("search: two Han characters", "会議", "", EVERYWHERE),
                search("search: prefix", "rollb", "", EVERYWHERE));
    }

    private Question search(String name, String word, String more, SearchScope scope) {
        SearchTerm term = new SearchTerm(word, false, false, true);
        String expression = MatchExpression.of(List.of(term), scope).orElseThrow();
        return new Question(
                name,
                random -> "/v1/search?limit=50&q=" + ApiClient.encoded(word) + more,
                SqlClient.SEARCH,
                random -> new Object[] {expression},
                true);
    }

    private KnownSession any(SplittableRandom random) {
        return known.sessions().get(random.nextInt(known.sessions().size()));
    }

    private static long instant(KnownSession session, SplittableRandom random) {
        return random.nextLong(session.startedAt(), session.lastMessageAt() + 1);
    }

    private static Object[] page(KnownSession session) {
        return page(session, session.startedAt());
    }

    private static Object[] page(KnownSession session, long from) {
        return new Object[] {session.place().row(), from, session.lastMessageAt()};
    }

    private static String place(Place place) {
        return "platform=" + ApiClient.encoded(place.platform()) + "&channel=" + ApiClient.encoded(place.channel());
    }
}
