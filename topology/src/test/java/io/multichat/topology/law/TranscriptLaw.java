package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.State;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.topology.law.model.PlainClosing;
import io.multichat.topology.law.model.PlainMessage;
import io.multichat.topology.law.model.PlainOutcome.Accepted;
import io.multichat.topology.law.model.PlainRules;
import io.multichat.topology.law.model.PlainSession;
import io.multichat.topology.law.model.PlainTimeline;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.query.SessionQueries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;

/** The laws of the transcript and the dead letters. */
final class TranscriptLaw {
    private static final EventDecoder EVENTS = new EventDecoder();

    private TranscriptLaw() {}

    /** The transcript has each accepted event once, in order, with its bytes, headers and placement. */
    static void transcriptHasEachAcceptedEventOnce(ChatRun chat) {
        List<Accepted> accepted = chat.model().outcome().accepted();
        assertThat(chat.records().transcript()).hasSameSizeAs(accepted);
        for (int i = 0; i < accepted.size(); i++) {
            TestRecord<byte[], byte[]> record = chat.records().transcript().get(i);
            Accepted event = accepted.get(i);
            assertThat(record.value()).isEqualTo(event.published().value());
            assertThat(Published.numberIn(record.headers()))
                    .isEqualTo(event.published().number());
            Placement found = Placement.readFrom(record.headers());
            assertThat(found)
                    .isEqualTo(new Placement(
                            event.session(),
                            event.sentAt(),
                            mayBeRenumbered(chat, event) ? found.order() : event.order(),
                            event.published().event().type(),
                            event.boundary()));
        }
    }

    /** True when the numbering may have restarted because the conversation was removed. */
    private static boolean mayBeRenumbered(ChatRun chat, Accepted event) {
        return chat.model().timeline().rules().retention().isPresent()
                && event.published().event().order().isEmpty();
    }

    /** The dead letters have each refused event once, with its reason and source, and unchanged unless it was erased. */
    static void deadLettersHaveEachRefusedEventOnce(ChatRun chat) {
        Map<DeadLetter.Source, TestRecord<byte[], byte[]>> found = chat.records().deadLetters().stream()
                .collect(Collectors.toMap(
                        each -> DeadLetter.readFrom(each.headers()).source(), Function.identity()));
        assertThat(found).hasSameSizeAs(chat.model().outcome().refused());
        chat.model().outcome().refused().forEach(refused -> {
            int number = refused.published().number();
            TestRecord<byte[], byte[]> record = found.get(chat.sources().get(number));
            assertThat(DeadLetter.readFrom(record.headers()).reason()).isEqualTo(refused.reason());
            if (refused.reason().isErased()) {
                assertThat(record.key()).isNull();
                assertThat(record.value())
                        .isEqualTo(ErasedEvent.of(refused.published().event()));
                return;
            }
            assertThat(record.key()).isEqualTo(refused.published().key());
            assertThat(record.value()).isEqualTo(refused.published().value());
            assertThat(Published.numberIn(record.headers())).isEqualTo(number);
        });
    }

    /** Every published id is made from a message and resolves to the session that contains its instant. */
    static void idsLeadToTheSessionThatContainsTheirInstant(ChatRun chat, SessionQueries queries, long now) {
        Set<SessionId> ids = new HashSet<>(chat.records().snapshots().keySet());
        chat.records()
                .transcript()
                .forEach(each -> Placement.readFrom(each.headers()).session().ifPresent(ids::add));
        Set<SessionId> possible = Stream.concat(
                        chat.model().timeline().sessions().stream(), chat.model().outcome().deleted().stream())
                .flatMap(session -> session.messages().stream())
                .map(each -> SessionId.of(each.sentAt(), chat.conversation().hash()))
                .collect(Collectors.toSet());
        assertThat(possible).containsAll(ids);
        PlainTimeline timeline = chat.model().timeline();
        for (SessionId id : ids) {
            if (chat.model().outcome().isDeleted(id.t0())) {
                assertThat(queries.session(id)).isEmpty();
                continue;
            }
            PlainSession expected = timeline.containing(id.t0()).orElseThrow();
            if (timeline.rules().isTooLate(expected.lastMessageAt(), now)) {
                continue; // it may have been removed
            }
            SessionSnapshot session = queries.session(id).orElseThrow();
            assertThat(session.sessionId()).isEqualTo(expected.id());
            assertThat(id.t0())
                    .isBetween(session.span().startedAt(), session.span().lastMessageAt());
        }
    }

    /** The transcript and the rules are enough to recompute the intervals and endings in the snapshots. */
    static void sessionsCanBeRecomputedFromTheTranscript(ChatRun chat) {
        PlainRules rules = chat.model().timeline().rules();
        List<PlainMessage> messages = new ArrayList<>();
        Set<Long> boundaries = new TreeSet<>();
        List<Placement> deleted = new ArrayList<>();
        chat.records().transcript().forEach(each -> {
            Placement placement = Placement.readFrom(each.headers());
            ChatEvent event = EVENTS.decode(each.value());
            placement.boundary().ifPresent(boundaries::add);
            if (placement.kind() == EventType.MESSAGE_CREATED) {
                messages.add(PlainMessage.of(event, placement.order()));
            }
            if (placement.kind() == EventType.SESSION_DELETED) {
                deleted.add(placement);
            }
        });
        messages.removeIf(each -> deleted.stream()
                .anyMatch(interval -> interval.sentAt() <= each.sentAt()
                        && each.sentAt() <= interval.boundary().orElseThrow()));
        List<String> recomputed = PlainSession.split(messages, rules, boundaries).stream()
                .map(each -> new PlainSession(new SessionId(0, 0), each))
                .map(each -> PlainClosing.of(each.lastMessageAt(), rules, boundaries)
                        + "" + each.first().messageId() + each.startedAt()
                        + each.last().messageId()
                        + each.lastMessageAt() + each.messages().size())
                .toList();
        assertThat(chat.newest().stream()
                        .filter(each -> each.status().state() == State.CLOSED)
                        .map(TranscriptLaw::text))
                .containsExactlyInAnyOrderElementsOf(recomputed);
    }

    private static String text(SessionSnapshot each) {
        SessionStatus status = each.status();
        return new PlainClosing(
                        status.closedAt().orElseThrow(), status.closedBy().orElseThrow())
                + each.firstMessageId()
                + each.span().startedAt()
                + each.lastMessageId()
                + each.span().lastMessageAt()
                + each.counts().messages();
    }
}
