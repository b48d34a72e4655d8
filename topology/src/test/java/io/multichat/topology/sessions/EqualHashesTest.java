package io.multichat.topology.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.ingest.ArrivalTimes;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.settings.Names;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.CommitsOnDemand;
import io.multichat.topology.testing.StoredState;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two conversations that are made to have the same 80 bits in their session ids. */
class EqualHashesTest {
    private static final long NOON = TopologyFixture.START.toEpochMilli() - 60_000;
    private static final ConversationHash HASH = new ConversationHash(5, 7);
    private static final Chat VICTIM = new Chat(Conversation.of("slack", "payroll"));
    private static final Chat FORGED = new Chat(Conversation.of("slack", "party"));
    private static final EventEncoder EVENTS = new EventEncoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    @TempDir
    Path directory;

    private final CommitsOnDemand commits = new CommitsOnDemand();
    private StoredState state;
    private SessionProcessor task;
    private long offset;

    @BeforeEach
    void open() {
        state = StoredState.open(directory, List.of(commits));
        start();
    }

    @AfterEach
    void close() {
        state.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEventsOfTheSecondOneAreDeadLettersWhetherTheFirstIsCommittedOrNot(boolean committed) {
        take(VICTIM.message("pay-1", NOON));
        if (committed) {
            commits.flushCache();
            start();
        }

        take(FORGED.message("x1", NOON));
        take(FORGED.message("x2", NOON + 1));
        take(VICTIM.message("pay-2", NOON + 1));

        assertThat(refusals()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo(RejectReason.CONVERSATION_HASH_TAKEN);
            assertThat(letter.detail()).contains("slack/payroll");
        });
        assertThat(snapshots()).extracting(SessionSnapshot::conversation).containsOnly(VICTIM.conversation());
        assertThat(state.context().forwarded(Names.TO_TRANSCRIPT)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whateverTheFirstEventOfAConversationIsItKeepsItsHash(EventType type) {
        take(VICTIM.message("pay-1", NOON));

        take(FORGED.event(type, "x1", NOON, Optional.of("e1")));

        assertThat(refusals()).extracting(DeadLetter::reason).containsExactly(RejectReason.CONVERSATION_HASH_TAKEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MESSAGE_EDITED", "MESSAGE_DELETED", "SESSION_DELETED"})
    void anyAcceptedEventTakesTheHash(EventType type) {
        take(VICTIM.event(type, "pay-1", NOON, Optional.of("e1")));

        take(FORGED.message("x1", NOON));

        assertThat(refusals()).extracting(DeadLetter::reason).containsExactly(RejectReason.CONVERSATION_HASH_TAKEN);
    }

    /** An edit without its message has no record, so it takes nothing, and cannot slip in with its message. */
    @Test
    void aWaitingEditDoesNotTakeTheHash() {
        take(FORGED.edit("x1", NOON));
        take(VICTIM.message("pay-1", NOON));
        take(FORGED.message("x1", NOON));

        assertThat(refusals()).extracting(DeadLetter::reason).containsExactly(RejectReason.CONVERSATION_HASH_TAKEN);
        assertThat(snapshots()).extracting(SessionSnapshot::sessionId).containsExactly(SessionId.of(NOON, HASH));
    }

    private void start() {
        task = new SessionProcessor(TopologyFixture.DEFAULTS, new ArrivalTimes(), conversation -> HASH);
        task.init(state.context());
    }

    private void take(ChatEvent event) {
        DeadLetter.Source source = new DeadLetter.Source("chat-messages", 0, offset++);
        task.process(new Record<>(null, new Inbound.Arrival(EVENTS.encode(event), event, source, null), NOON));
    }

    private List<DeadLetter> refusals() {
        return state.context().forwarded(Names.REFUSED_EVENTS).stream()
                .map(CapturedForward::record)
                .map(letter -> DeadLetter.readFrom(letter.headers()))
                .toList();
    }

    private List<SessionSnapshot> snapshots() {
        return state.context().forwarded(Names.TO_SNAPSHOTS).stream()
                .map(each -> SNAPSHOTS.decode(each.record().value()))
                .toList();
    }
}
