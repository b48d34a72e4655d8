package io.multichat.reading.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Sender;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryGrammarTest {
    @Test
    void wordsPhrasesAndExclusionsAreTerms() {
        assertThat(QueryGrammar.parse("red \"big apple\" -green -\"sour apple\" pe")
                        .terms())
                .containsExactly(
                        new SearchTerm("red", false, false, false),
                        new SearchTerm("big apple", true, false, false),
                        new SearchTerm("green", false, true, false),
                        new SearchTerm("sour apple", true, true, false),
                        new SearchTerm("pe", false, false, true));
    }

    @ParameterizedTest
    @CsvSource({"p, false", "'pe ', false", "-pe, false", "\"pe\", false", "pe, true", "東京, true", "😀, false"})
    void theLastWordIsAPrefixFromTwoCharactersOn(String query, boolean isPrefix) {
        List<SearchTerm> terms = QueryGrammar.parse(query).terms();

        assertThat(terms.get(terms.size() - 1).isPrefix()).isEqualTo(isPrefix);
    }

    @Test
    void conditionsAreAFilter() {
        SearchQuery query = QueryGrammar.parse(
                "FROM:U1 in:irc role:Assistant has:link has:tool_call after:2026-01-31 before:2026-02-01T00:00:00+01:00");

        assertThat(query.terms()).isEmpty();
        assertThat(query.filter())
                .isEqualTo(new SearchFilter(
                        new SearchFilter.Place(Optional.empty(), Optional.of("irc")),
                        Optional.of("U1"),
                        Optional.of(Sender.Role.ASSISTANT),
                        OptionalLong.of(1_769_817_600_000L),
                        OptionalLong.of(1_769_900_400_000L),
                        Set.of(SearchFeature.LINK, SearchFeature.TOOL_CALL)));
    }

    @ParameterizedTest
    @CsvSource({
        "in:irc/%23ubuntu, irc/%23ubuntu",
        "'in:\"irc #ubuntu\"', irc/%23ubuntu",
        "in:slack/general/t1, slack/general/t1"
    })
    void aConversationIsNamedByItsKeyOrAsPeopleWriteIt(String query, String key) {
        assertThat(QueryGrammar.parse(query).filter().place().conversation()).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "from:, from: without a value",
        "'from: ada', from: without a value",
        "in:\"\", in: without a value",
        "in:slack/%zz, in:slack/%zz",
        "role:king, role:king",
        "has:beer, has:beer; it must be one of link",
        "before:tomorrow, before:tomorrow",
        "after:2026-13-01, after:2026-13-01",
        "-from:ada, 'q has -from:'",
        "from:ada from:bob, sender is given twice",
    })
    void anInvalidConditionIsNamed(String query, String problem) {
        assertThatThrownBy(() -> QueryGrammar.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void lengthAndNumberAreBounded() {
        assertThatThrownBy(() -> QueryGrammar.parse("x".repeat(1_001))).hasMessageContaining("1001 characters");
        assertThatThrownBy(() -> QueryGrammar.parse("x ".repeat(33))).hasMessageContaining("33 words");
    }

    @Property
    void everyTextIsAQueryOrAnInvalidArgument(@ForAll String text) {
        try {
            assertThat(QueryGrammar.parse(text)).isNotNull();
        } catch (IllegalArgumentException invalid) {
            assertThat(invalid).hasMessageContaining("q has");
        }
    }
}
