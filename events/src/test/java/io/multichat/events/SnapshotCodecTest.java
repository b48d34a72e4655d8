package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.codec.SnapshotEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCodecTest {
    private static final String CLOSED = "{\"sessionId\":\"01KJMMA2G0T3PSXQFQHPP5JEZ6\","
            + "\"conversation\":{\"platform\":\"irc\",\"channel\":\"#multichat\",\"thread\":\"t\"},"
            + "\"state\":\"closed\",\"closedAt\":\"2026-03-01T12:31:00.000Z\",\"closedBy\":\"idle\","
            + "\"startedAt\":\"2026-03-01T12:00:00.000Z\",\"lastMessageAt\":\"2026-03-01T12:01:00.000Z\","
            + "\"messages\":3,\"edits\":2,\"deletes\":1,\"participants\":{\"count\":2,\"approximate\":false},"
            + "\"textBytes\":70,\"roles\":{\"user\":2,\"bot\":1},\"firstMessageId\":\"m1\",\"lastMessageId\":\"m3\",\"gap\":\"PT30M\","
            + "\"generation\":0,\"version\":7}";

    private final SnapshotEncoder encoder = new SnapshotEncoder();
    private final SnapshotDecoder decoder = new SnapshotDecoder();

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void decodingReversesEncoding(@ForAll("snapshots") SessionSnapshot snapshot) {
        assertThat(decoder.decode(encoder.encode(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void theJsonOfASnapshotNeverChanges() {
        assertThat(new String(encoder.encode(decode(CLOSED)), StandardCharsets.UTF_8))
                .isEqualTo(CLOSED);
    }

    @Test
    void unknownFieldsAreSkippedAndNullsAreAbsent() {
        String later = CLOSED.replace("\"messages\"", "\"mergedInto\":null,\"mood\":{\"user\":3},\"messages\"");

        assertThat(decode(later)).isEqualTo(decode(CLOSED));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "\"sessionId\":\"01KJMMA2G0T3PSXQFQHPP5JEZ6\"; \"sessionId\":\"x\"; INVALID_VALUE",
                "\"sessionId\"; \"id\"; MISSING_FIELD",
                "{\"platform\":\"irc\",\"channel\":\"#multichat\",\"thread\":\"t\"}; \"irc\"; WRONG_TYPE",
                "\"thread\":\"t\"; \"thread\":7; WRONG_TYPE",
                "\"irc\"; \"\"; MISSING_FIELD",
                "\"closed\"; \"Closed\"; INVALID_VALUE",
                "\"closed\"; \"merged\"; MISSING_FIELD",
                "\"closedAt\"; \"closed\"; MISSING_FIELD",
                "\"idle\"; \"\u0131dle\"; INVALID_VALUE",
                "\"idle\"; null; MISSING_FIELD",
                "2026-03-01T12:00:00.000Z; 2026-03-01T12:00; INVALID_VALUE",
                "\"messages\":3; \"messages\":3.0; WRONG_TYPE",
                "\"messages\":3; \"messages\":\"3\"; WRONG_TYPE",
                "\"messages\":3; \"messages\":9223372036854775808; WRONG_TYPE",
                "\"messages\":3; \"messages\":null; MISSING_FIELD",
                "\"approximate\":false; \"approximate\":0; WRONG_TYPE",
                ",\"approximate\":false; `\u00a0`; NOT_JSON",
                "{\"count\":2,\"approximate\":false}; {\"count\":2}; MISSING_FIELD",
                "PT30M; 30m; INVALID_VALUE",
                "\"user\":2; \"user\":\"2\"; WRONG_TYPE",
                "{\"user\":2,\"bot\":1}; []; WRONG_TYPE",
                "\"generation\":0; \"generation\":4294967296; INVALID_VALUE",
                "\"m1\"; \"\\ud83d\"; UNPAIRED_SURROGATE"
            })
    void aDamagedSnapshotIsRefused(String part, String damage, RejectReason reason) {
        assertThat(CLOSED).contains(part);

        assertRefused(CLOSED.replace(part, damage).getBytes(StandardCharsets.UTF_8), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "1"})
    void invalidSnapshotsAreRefused(String text) {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(InvalidEventException.class);
    }

    @Test
    void onlyOneJsonObjectInUtf8IsRead() {
        assertRefused(null, RejectReason.NULL_VALUE);
        assertRefused((CLOSED + "{}").getBytes(StandardCharsets.UTF_8), RejectReason.NOT_JSON);
        assertRefused(CLOSED.getBytes(StandardCharsets.UTF_16), RejectReason.NOT_JSON);
        assertRefused(CLOSED.getBytes(Charset.forName("UTF-32")), RejectReason.NOT_JSON);
    }

    @Test
    void aSessionThatClosesBeyondTheLastYearClosesAtItsEnd() {
        SessionStatus closed = SessionStatus.closed(ChatEvent.MAX_TIME + 1, SessionStatus.ClosedBy.IDLE);

        assertThat(closed.closedAt()).hasValue(ChatEvent.MAX_TIME);
    }

    @Provide
    Arbitrary<SessionSnapshot> snapshots() {
        return AnySnapshot.snapshots();
    }

    private SessionSnapshot decode(String json) {
        return decoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] value, RejectReason reason) {
        assertThatThrownBy(() -> decoder.decode(value))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
