package io.multichat.jobs.erase.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.jobs.testing.Chat;
import io.multichat.jobs.testing.ChatSurvey;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.reading.erase.Person;
import io.multichat.reading.erase.PersonTrace;
import io.multichat.reading.erase.SetHold;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasurePlannerTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final Conversation OFFICE = Conversation.of("slack", "office");
    private static final Person ADA = new Person(Optional.empty(), "ada");
    private static final long NOW = 1_000_000;

    private final ChatSurvey survey = new ChatSurvey();
    private final ErasurePlanner planner = new ErasurePlanner(survey);

    @Test
    void aPersonIsErasedByOneCommandForEachConversation() {
        survey.traces.add(new PersonTrace(LOUNGE, new EntryCounts(2, 1, 0)));
        survey.traces.add(new PersonTrace(OFFICE, new EntryCounts(1, 0, 3)));

        ErasurePlan plan = planner.plan(ErasureRequest.of(ADA, Optional.empty()), NOW);

        assertThat(plan.counts()).isEqualTo(new EntryCounts(3, 1, 3));
        assertThat(plan.erasures())
                .extracting(PlannedErasure::command)
                .containsExactly(
                        ErasureCommand.ofParticipant(ParticipantHash.of(LOUNGE, "ada")),
                        ErasureCommand.ofParticipant(ParticipantHash.of(OFFICE, "ada")));
        ChatEvent command = plan.erasures().get(0).event(NOW, Map.of("erasure", "e1"));
        assertThat(command.type()).isEqualTo(EventType.PARTICIPANT_ERASED);
        assertThat(command.at()).isEqualTo(NOW);
        assertThat(new String(new EventEncoder().encode(command), StandardCharsets.UTF_8))
                .doesNotContain("ada");
    }

    @Test
    void aHoldBlocksWhatItProtects() {
        survey.traces.add(new PersonTrace(LOUNGE, EntryCounts.MESSAGE));
        survey.traces.add(new PersonTrace(OFFICE, EntryCounts.MESSAGE));
        survey.holds.add(hold(LOUNGE, Optional.of(ParticipantHash.of(LOUNGE, "bob")), "for-bob"));
        assertThat(planner.plan(ErasureRequest.of(ADA, Optional.empty()), NOW).held())
                .isEmpty();

        survey.holds.add(hold(LOUNGE, Optional.of(ParticipantHash.of(LOUNGE, "ada")), "for-ada"));
        ErasurePlan plan = planner.plan(ErasureRequest.of(ADA, Optional.empty()), NOW);

        assertThat(plan.held()).extracting(PlannedErasure::conversation).containsExactly(LOUNGE);
        assertThat(plan.erasures().get(0).hold()).contains("for-ada");
        assertThat(plan.isHeld()).isFalse();
    }

    @Test
    void sessionsAreDeletedOnceAndDeletedOnesAreLeftOut() {
        SessionSnapshot live = session("m1", 1_000, Chat.closed(9_000));
        SessionSnapshot deleted = session("m2", 5_000, SessionStatus.DELETED);
        survey.sessions.addAll(List.of(live, deleted));

        ErasurePlan plan = planner.plan(
                ErasureRequest.of(List.of(live.sessionId(), live.sessionId(), deleted.sessionId()), Optional.empty()),
                NOW);

        assertThat(plan.erasures())
                .extracting(PlannedErasure::command)
                .containsExactly(ErasureCommand.ofSession(live.sessionId()));
        assertThat(plan.erasures().get(0).marker().until()).isEqualTo(2_000);
        assertThat(plan.deletedBefore()).containsExactly(deleted.sessionId());
    }

    @Test
    void anUnknownSessionIsAnError() {
        ErasureRequest request = ErasureRequest.of(List.of(SessionId.of(7, LOUNGE.hash())), Optional.empty());

        assertThatThrownBy(() -> planner.plan(request, NOW))
                .isInstanceOf(ErasureException.class)
                .hasMessageContaining("there is no session " + SessionId.of(7, LOUNGE.hash()));
    }

    private static SessionSnapshot session(String first, long at, SessionStatus status) {
        return Chat.session(Chat.message(LOUNGE, first, at), status, Chat.span(at, at + 1_000), 2, 1);
    }

    private static SetHold hold(Conversation conversation, Optional<ParticipantHash> participant, String id) {
        return new SetHold(
                conversation, ErasureCommand.ofHold(id, participant, 0, ChatEvent.MAX_TIME), NOW, Optional.empty());
    }
}
