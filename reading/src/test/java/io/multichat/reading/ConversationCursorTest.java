package io.multichat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationCursorTest {
    private static final SessionId LOWER = SessionId.parse("01KDXV5M4G8Q2Z3XJ0V7T9WB5C");
    private static final SessionId UPPER = SessionId.parse("01KDXV5M4G8Q2Z3XJ0V7T9WB5D");

    @Test
    void theNewestActivityIsFirstAndTheGreatestIdAmongThoseOfEqualTime() {
        assertThat(new ConversationCursor[] {
                    new ConversationCursor(2, LOWER), new ConversationCursor(1, UPPER), new ConversationCursor(1, LOWER)
                })
                .isSorted();
    }

    @Test
    void aCursorSurvivesBeingWrittenAsText() {
        ConversationCursor cursor = new ConversationCursor(-17, LOWER);

        assertThat(ConversationCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17-", "17-01KDXV5M4G8Q2Z3XJ0V7T9WB5", "17 x", "1e3-01KDXV5M4G8Q2Z3XJ0V7T9WB5C"})
    void otherTextsAreNotCursors(String text) {
        assertThatThrownBy(() -> ConversationCursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
