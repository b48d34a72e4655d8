package io.multichat.topology.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.law.Draft.Published;
import io.multichat.topology.law.PlainModel.Accepted;
import io.multichat.topology.law.PlainModel.Expected;
import io.multichat.topology.testing.Outputs;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;

/** One conversation of a run, held against the model; its outputs are those since {@link Outputs#forget()}. */
final class ChatRun {
    private static final String TRACE = "trace";

    private final TopologyFixture topology;
    private final Conversation conversation;
    private final List<Published> published = new ArrayList<>();

    ChatRun(TopologyFixture topology, Conversation conversation) {
        this.topology = topology;
        this.conversation = conversation;
    }

    void publish(Draft draft) {
        Published event = draft.in(conversation);
        published.add(event);
        topology.publish(null, event.value(), new RecordHeaders().add(TRACE, trace(published.size())));
    }

    PlainModel model() {
        return new PlainModel(published);
    }

    /** The newest snapshots are the sessions of the model; all are closed, but the last as told. */
    void assertSessions(State last) {
        List<Expected> expected = model().sessions(Story.GAP);
        List<SessionSnapshot> live = snapshots().values().stream()
                .map(history -> history.get(history.size() - 1))
                .filter(each -> each.status().state() != State.MERGED)
                .sorted((one, other) ->
                        Long.compare(one.span().startedAt(), other.span().startedAt()))
                .toList();
        assertThat(live).extracting(ChatRun::found).isEqualTo(expected);
        for (int i = 0; i < live.size(); i++) {
            State state = live.get(i).status().state();
            assertThat(state).isEqualTo(i == live.size() - 1 ? last : State.CLOSED);
        }
    }

    /** Of each session the versions grow, and nothing follows a redirect, which leads to a session that has its instant. */
    void assertHistories() {
        snapshots().forEach((id, history) -> {
            assertThat(history).extracting(SessionSnapshot::version).isSorted().doesNotHaveDuplicates();
            assertThat(history.subList(0, history.size() - 1))
                    .allSatisfy(each -> assertThat(each.status().state()).isNotEqualTo(State.MERGED));
            assertThat(resolved(id))
                    .isEqualTo(resolved(history.get(history.size() - 1)
                            .status()
                            .mergedInto()
                            .orElse(id)));
        });
    }

    /** The transcript has each accepted event once, in order, with its bytes and headers, and under a session's id. */
    void assertTranscript() {
        List<TestRecord<byte[], byte[]>> written = topology.outputs().transcript().stream()
                .filter(each -> conversation.key().equals(new String(each.key(), StandardCharsets.US_ASCII)))
                .toList();
        List<Accepted> accepted = model().accepted();
        assertThat(written).hasSameSizeAs(accepted);
        for (int i = 0; i < accepted.size(); i++) {
            Accepted event = accepted.get(i);
            TestRecord<byte[], byte[]> record = written.get(i);
            assertThat(record.value()).isEqualTo(event.published().value());
            Header trace = record.headers().lastHeader(TRACE);
            assertThat(published.get(ByteBuffer.wrap(trace.value()).getInt() - 1))
                    .isSameAs(event.published());
            Placement placement = Placement.readFrom(record.headers());
            assertThat(placement.sentAt()).isEqualTo(event.sentAt());
            assertThat(placement.order()).isEqualTo(event.order());
            placement.session().ifPresent(id -> {
                SessionSnapshot session = resolved(id);
                assertThat(placement.sentAt())
                        .isBetween(session.span().startedAt(), session.span().lastMessageAt());
            });
        }
    }

    private Map<SessionId, List<SessionSnapshot>> snapshots() {
        Map<SessionId, List<SessionSnapshot>> histories = new HashMap<>();
        topology.outputs().snapshots().stream()
                .filter(each -> each.conversation().equals(conversation))
                .forEach(each -> histories
                        .computeIfAbsent(each.sessionId(), id -> new ArrayList<>())
                        .add(each));
        return histories;
    }

    private SessionSnapshot resolved(SessionId id) {
        return topology.queries().session(id).orElseThrow();
    }

    private static Expected found(SessionSnapshot snapshot) {
        return new Expected(
                snapshot.span().startedAt(),
                snapshot.span().lastMessageAt(),
                snapshot.counts().messages(),
                snapshot.counts().edits(),
                snapshot.counts().deletes(),
                snapshot.counts().textBytes(),
                snapshot.counts().participants().count(),
                snapshot.firstMessageId(),
                snapshot.lastMessageId());
    }

    private static byte[] trace(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
