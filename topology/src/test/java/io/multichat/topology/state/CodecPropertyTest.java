package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.MessagePosition;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** State values are read as they were written. */
class CodecPropertyTest {
    @Property
    void sessionsAreReadAsTheyWereWritten(@ForAll("sessions") Session session) {
        assertThat(SessionCodec.decodeSession(SessionCodec.encode(session))).isEqualTo(session);
    }

    @Property
    void conversationsAreReadAsTheyWereWritten(
            @ForAll("sessions") Session newest,
            @ForAll boolean empty,
            @ForAll @LongRange(min = 0) long accepted,
            @ForAll @LongRange(min = 0) long lastArrivalAt,
            @ForAll @LongRange(min = 0, max = 99) long closeTimerAt) {
        ConversationState state = new ConversationState(
                empty ? Optional.empty() : Optional.of(newest),
                accepted,
                lastArrivalAt,
                closeTimerAt,
                99 - closeTimerAt,
                closeTimerAt - 1,
                98 - closeTimerAt);

        assertThat(ConversationCodec.decode(ConversationCodec.encode(state))).isEqualTo(state);
    }

    @Example
    void stateOfAnotherVersionIsRefused() {
        byte[] bytes = ConversationCodec.encode(ConversationState.EMPTY);
        bytes[0] = 9;

        assertThatThrownBy(() -> ConversationCodec.decode(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "the state has version 9, and this version of Multichat reads 6; build everything again");
    }

    @Provide
    Arbitrary<Session> sessions() {
        return Combinators.combine(
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                                .as(SessionId::new),
                        edges(),
                        edges(),
                        sessionCounts(),
                        Arbitraries.of(ClosedBy.values()).optional(0.7),
                        announcements())
                .as((id, one, other, counts, closedBy, announced) -> new Session(
                        id,
                        MessagePosition.earlier(one, other),
                        MessagePosition.later(one, other),
                        counts,
                        closedBy.map(cause -> SessionStatus.closed(
                                        MessagePosition.later(one, other).sentAt() + counts.edits() % 99, cause))
                                .orElse(SessionStatus.OPEN),
                        announced));
    }

    private static Arbitrary<MessagePosition> edges() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withChars("ab\u0000\u00e9\uffff\n\"")
                .ofMinLength(1)
                .ofMaxLength(170)
                .map(id -> id.length() % 3 == 0 ? id.replace("a", "\ud83d\ude00") : id);
        return Combinators.combine(Arbitraries.longs().between(0, ChatEvent.MAX_TIME), Arbitraries.longs(), ids)
                .as(MessagePosition::new);
    }

    private static Arbitrary<SessionCounts> sessionCounts() {
        Arbitrary<Long> counts = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<Participants> senders =
                Combinators.combine(counts, Arbitraries.of(true, false)).as(Participants::new);
        Arbitrary<RoleCounts> roles =
                Combinators.combine(counts, counts, counts, counts, counts).as(RoleCounts::new);
        return Combinators.combine(counts, counts, counts, counts, senders, roles)
                .as(SessionCounts::new);
    }

    private static Arbitrary<Announced> announcements() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        return Combinators.combine(numbers, numbers, Arbitraries.of(true, false))
                .as(Announced::new);
    }
}
