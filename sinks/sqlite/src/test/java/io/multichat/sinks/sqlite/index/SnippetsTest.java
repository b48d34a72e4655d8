package io.multichat.sinks.sqlite.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.search.QueryGrammar;
import io.multichat.reading.search.SearchPage.Mark;
import io.multichat.reading.search.SearchPage.Snippet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetsTest {
    @ParameterizedTest
    @CsvSource({
        "We deploy at noon, deploy, deploy",
        "We deployed at noon, depl, deployed",
        "Das CAFÉ schließt, cafe, CAFÉ",
        "😀 tea 😀 tea, tea, tea tea",
        "我们明天去北京大学上课, 北京, 北京",
        "サーバーを再起動した, サーバー, サーバー",
        "ｻｰﾊﾞｰを再起動した, サーバー, ｻｰﾊﾞｰ",
        "ＡＢＣ full width, abc, ＡＢＣ",
        "서버가 다시 시작됐다, 서버, 서버",
        "one two three, '\"two three\" one', one two three",
        "see foo-bar, foo-bar, foo bar",
        "deploy 東京tower now, 東京tower, 東京tower",
        "nothing here, absent, ''",
        "one two, one -two, one",
        // Characters that stand for several words.
        "محمد ﷺ قال, ﷺ, ﷺ",
        "abﷺ cd, ﷺ, ﷺ",
        "1㏂2, ㏂, ㏂",
        // Nothing but diacritics.
        "one two, \u0301, ''",
        "one two, \u0301 two, two",
        "one two, '\"\u0301 two\"', two",
    })
    void theWordsOfTheQueryAreMarked(String text, String query, String marked) {
        assertThat(marked(new Snippets(QueryGrammar.parse(query).terms()).of(text)))
                .isEqualTo(marked);
    }

    @Test
    void aLongTextIsCutAroundItsFirstMatch() {
        String text = "x ".repeat(500) + "needle" + " y".repeat(500);

        Snippet snippet = new Snippets(QueryGrammar.parse("needle").terms()).of(text);

        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThanOrEqualTo(162);
        assertThat(marked(snippet)).isEqualTo("needle");
    }

    @Test
    void aSurrogatePairIsNeverCut() {
        String text = "😀".repeat(200);

        Snippet snippet = new Snippets(QueryGrammar.parse("needle").terms()).of("a" + text);

        assertThat(snippet.text()).matches("a(😀)+…");
        assertThat(snippet.marks()).isEmpty();
    }

    private static String marked(Snippet snippet) {
        List<String> marked = snippet.marks().stream()
                .map((Mark mark) -> snippet.text().substring(mark.start(), mark.end()))
                .toList();
        return String.join(" ", marked);
    }
}
