package io.multichat.reading.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {
    @Test
    void aCursorSurvivesBeingWrittenAsText() {
        SearchCursor cursor = new SearchCursor(new TreeMap<>(Map.of(0, 17L, 3, 999_999_999_999_999_999L)));

        assertThat(cursor).hasToString("0.17_3.999999999999999999");
        assertThat(SearchCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "17", "1.", "1.2_", "_1.2", "-1.2", "1.2.3", "9999999999.1", "1.9999999999999999999", "a.b"})
    void otherTextsAreNotCursors(String text) {
        assertThatThrownBy(() -> SearchCursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
