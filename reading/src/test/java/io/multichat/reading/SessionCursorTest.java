package io.multichat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCursorTest {
    private static final SessionId LOWER = SessionId.parse("01KDXV5M4G8Q2Z3XJ0V7T9WB5C");
    private static final SessionId UPPER = SessionId.parse("01KDXV5M4G8Q2Z3XJ0V7T9WB5D");

    @Test
    void theNewestSessionIsFirstAndTheGreatestIdAmongThoseOfEqualStart() {
        assertThat(new SessionCursor[] {
                    new SessionCursor(2, LOWER), new SessionCursor(1, UPPER), new SessionCursor(1, LOWER)
                })
                .isSorted();
        assertThat(new SessionCursor(1, LOWER)).isEqualByComparingTo(new SessionCursor(1, LOWER));
    }

    @Test
    void aCursorSurvivesBeingWrittenAsText() {
        SessionCursor cursor = new SessionCursor(-17, LOWER);

        assertThat(SessionCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17-", "-01KDXV5M4G8Q2Z3XJ0V7T9WB5C", "17-01KDXV5M4G8Q2Z3XJ0V7T9WB5", "17 x"})
    void otherTextsAreNotCursors(String text) {
        assertThatThrownBy(() -> SessionCursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
