package io.multichat.events.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeletedIntervalTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final long T0 = 1_700_000_000_123L;

    private final byte[] command = new EventEncoder()
            .encode(new ChatEvent(
                    EventType.SESSION_DELETED,
                    LOUNGE,
                    Optional.empty(),
                    Optional.empty(),
                    T0 + 99_000,
                    OptionalLong.empty(),
                    Optional.empty(),
                    ErasureCommand.ofSession(SessionId.of(T0, LOUNGE.hash()))
                            .content(Map.of("reason", "letter of 3 May"))));

    @Test
    void anAcceptedDeletionIsGivenTheIntervalOfItsSession() {
        byte[] with = DeletedInterval.addTo(command, placed(EventType.SESSION_DELETED, T0 - 5, T0 + 10));

        assertThat(marker(with)).contains(ErasureMarker.ofSession(T0 - 5, T0 + 10));
        assertThat(CommandReason.of(new EventDecoder().decode(with))).contains("letter of 3 May");
        assertThat(DeletedInterval.addTo(with, placed(EventType.SESSION_DELETED, T0 - 5, T0 + 10)))
                .isEqualTo(with);
    }

    @Test
    void anotherEventStaysAsItIs() {
        assertThat(DeletedInterval.addTo(command, placed(EventType.SESSION_ENDED, T0, T0)))
                .isSameAs(command);
        assertThat(marker(command)).isEmpty();
    }

    @Test
    void anIntervalWithoutTheSessionIsNone() {
        assertThat(marker(DeletedInterval.addTo(command, placed(EventType.SESSION_DELETED, T0 + 1, T0 + 10))))
                .isEmpty();
        assertThat(marker(DeletedInterval.addTo(command, placed(EventType.SESSION_DELETED, T0 + 1, T0 - 1))))
                .isEmpty();
    }

    private static Optional<ErasureMarker> marker(byte[] command) {
        return DeletedInterval.of(new EventDecoder().decode(command));
    }

    private static Placement placed(EventType type, long from, long until) {
        return new Placement(Optional.empty(), from, 1, type, OptionalLong.of(until));
    }
}
