package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionReaderContractTest {
    private static final long NOON = 1_700_049_600_000L;
    private static final Duration GAP = Duration.ofMinutes(30);

    private final Map<SessionSnapshot, List<StoredMessage>> sessions = new HashMap<>();

    @BeforeEach
    void addSessions() {
        for (int i = 0; i < 3; i++) {
            addSession(
                    Conversation.of("slack", "general"),
                    NOON + i * Duration.ofHours(1).toMillis());
            addSession(
                    Conversation.of("irc", "#dev"),
                    NOON + i * Duration.ofHours(1).toMillis());
        }
    }

    @Test
    void aCorrectReaderPasses() {
        check(new MemoryReader(sessions));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultyReaderFails(Fault fault) {
        SessionReader reader = new FaultyReader(new MemoryReader(sessions), fault);

        assertThatThrownBy(() -> check(reader)).isInstanceOf(AssertionError.class);
    }

    private void check(SessionReader reader) {
        SessionReaderContract contract = new SessionReaderContract(reader, sessions.keySet());
        contract.checkSessions();
        sessions.forEach(contract::checkMessages);
    }

    /** Adds a session of five messages, some of them at the same time. */
    private void addSession(Conversation conversation, long startedAt) {
        List<StoredMessage> messages = IntStream.range(0, 5)
                .mapToObj(i -> new MessagePosition(startedAt + i / 2, i % 3, startedAt + "-" + i))
                .map(position ->
                        new StoredMessage(position, position.messageId().getBytes(StandardCharsets.UTF_8), false))
                .toList();
        long lastAt = startedAt + 2;
        SessionSnapshot session = new SessionSnapshot(
                SessionId.of(startedAt, conversation.hash()),
                conversation,
                SessionStatus.closed(lastAt + GAP.toMillis(), SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(startedAt, lastAt),
                new SessionSnapshot.Counts(5, 0, 0, 10, new SessionSnapshot.Participants(1, false)),
                startedAt + "-0",
                startedAt + "-4",
                GAP,
                new SessionSnapshot.Version(0, 1));
        sessions.put(session, messages);
    }
}
