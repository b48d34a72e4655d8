package io.multichat.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource({
        "<p>a &lt;b&gt; &amp;amp; c</p>, a <b> &amp; c",
        "caf&#233; &#x2615;&#39;s, café ☕'s",
        "a&unknown;b & c, a&unknown;b & c",
        "&#9999999;, \uFFFD",
        "<a href=\"x\">link</a> <img src=x>end, link end",
        "cut <b, cut",
        "'<', ''",
        "'', ''",
    })
    void tagsAndEntitiesAreReadAsText(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text);
    }
}
