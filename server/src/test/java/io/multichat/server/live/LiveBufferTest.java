package io.multichat.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveBufferTest {
    private static final LiveLog LOG = new LiveLog(false, 0);
    private static final Conversation HERE = Conversation.of("irc", "#here");
    private static final LiveFilter ALL = filter(Optional.empty());

    private final LiveBuffer buffer = new LiveBuffer();

    @BeforeEach
    void twoConversations() {
        buffer.start(LOG, 0, 0);
        buffer.add(event(0, HERE, EventType.MESSAGE_CREATED));
        buffer.add(event(1, Conversation.of("irc", "#there"), EventType.MESSAGE_CREATED));
    }

    @Test
    void whatWasErasedIsSentToNobody() {
        assertThat(buffer.missed(after(0), ALL, 1).orElseThrow()).hasSize(2);

        buffer.add(event(2, HERE, EventType.PARTICIPANT_ERASED));

        assertThat(buffer.missed(after(0), ALL, 1)).isEmpty();
        assertThat(buffer.missed(after(2), ALL, 1).orElseThrow()).hasSize(1);
    }

    @Test
    void aHoldErasesNothing() {
        buffer.add(event(2, HERE, EventType.HOLD_SET));

        assertThat(buffer.missed(after(0), ALL, 1).orElseThrow()).hasSize(3);
    }

    @Test
    void whoFollowsASessionLearnsOfErasuresInItsConversation() {
        LiveEvent erasure = event(2, HERE, EventType.PARTICIPANT_ERASED);

        assertThat(filter(Optional.of(SessionId.of(7, HERE.hash()))).accepts(erasure))
                .isTrue();
        assertThat(filter(Optional.of(
                                SessionId.of(7, Conversation.of("irc", "#there").hash())))
                        .accepts(erasure))
                .isFalse();
    }

    private static LiveFilter filter(Optional<SessionId> session) {
        return new LiveFilter(Optional.empty(), Optional.empty(), false, session, false);
    }

    private static LivePosition after(long offset) {
        return new LivePosition(new TreeMap<>(Map.of(LOG, offset)));
    }

    private static LiveEvent event(long offset, Conversation conversation, EventType type) {
        return LiveEvent.ofTranscript(
                LOG,
                offset,
                conversation.key(),
                new Placement(Optional.empty(), 1_000, offset, type),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
