package io.multichat.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCountTest {
    private static final Duration GAP = Duration.ofMillis(10);

    @Test
    void aSilenceLongerThanTheGapBeginsASession() {
        assertThat(sessions(at("a", 0), at("a", 10), at("a", 21))).isEqualTo(2);
    }

    @Test
    void aLateMessageJoinsTwoSessions() {
        assertThat(sessions(at("a", 0), at("a", 20), at("a", 10))).isEqualTo(1);
    }

    @Test
    void aDuplicateChangesNothing() {
        assertThat(sessions(at("a", 0), at("a", 20), at("a", 0))).isEqualTo(2);
    }

    @Test
    void conversationsHaveSessionsOfTheirOwn() {
        assertThat(sessions(at("a", 0), at("b", 5), at("a", 10))).isEqualTo(2);
    }

    private static long sessions(Generated... records) {
        return SessionCount.of(List.of(records).iterator(), GAP);
    }

    private static Generated at(String conversation, long sentAt) {
        return new Generated(conversation.getBytes(StandardCharsets.UTF_8), new byte[0], sentAt);
    }
}
