package io.multichat.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventEncoder;
import io.multichat.jobs.testing.Chat;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that is being announced differs for a moment. What differs for longer is a difference. */
class StillBeingWrittenTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final Conversation KITCHEN = Conversation.of("irc", "#kitchen");
    private static final EventEncoder EVENTS = new EventEncoder();

    @TempDir
    private Path folder;

    /** The topics, with one message in the lounge, and an announcement with the next number of messages each time they are read. */
    private record Topics(Iterator<Integer> announced, boolean otherRoom, AtomicInteger reads) implements StoreAudit {
        @Override
        public String name() {
            return "transcript";
        }

        @Override
        public Promise promise() {
            return Promise.SOURCE;
        }

        @Override
        public List<String> read(AuditSink sink) {
            sink.accepted(EVENTS.encode(Chat.message(LOUNGE, "m1", 1)), 1, 1);
            int messages = announced.next();
            if (messages > 0) {
                sink.session(snapshot(messages));
            }
            if (otherRoom) {
                sink.accepted(EVENTS.encode(Chat.message(KITCHEN, "k1", 1)), 1, 1);
            }
            return otherRoom ? List.of("the index lacks " + reads.incrementAndGet() + " messages") : List.of();
        }
    }

    @Test
    void aSessionThatIsAnnouncedMeanwhileIsNoDifference() {
        VerifyReport report = verify(Stream.of(0, 0, 1), false);

        assertThat(report.differences()).isEmpty();
        assertThat(report.changing()).isZero();
        assertThat(report.repair()).isEmpty();
    }

    @Test
    void whatIsTheSameEachTimeIsADifference() {
        VerifyReport report = verify(Stream.generate(() -> 7), false);

        assertThat(report.differences())
                .extracting(Difference::problem)
                .containsExactly("the session counts 7 messages, but there are 1");
        assertThat(report.changing()).isZero();
    }

    @Test
    void aConversationThatDiffersInAnotherWayEachTimeIsBeingWrittenButAFaultOfAStoreIsNot() {
        VerifyReport report = verify(Stream.iterate(2, messages -> messages + 1), true);

        assertThat(report.differences()).extracting(Difference::id).containsExactly("k1", "");
        assertThat(report.differences().get(1).problem()).startsWith("the index lacks ");
        assertThat(report.found()).isEqualTo(2);
        assertThat(report.changing()).isEqualTo(1);
    }

    private VerifyReport verify(Stream<Integer> announced, boolean otherRoom) {
        Topics topics = new Topics(announced.iterator(), otherRoom, new AtomicInteger());
        return new VerifyRun(List.of(topics), folder, Duration.ofMillis(500)).run();
    }

    private static SessionSnapshot snapshot(int messages) {
        return new SessionSnapshot(
                SessionId.of(1, LOUNGE.hash()),
                LOUNGE,
                SessionStatus.closed(100, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(1, 1),
                new SessionSnapshot.Counts(
                        messages,
                        0,
                        0,
                        0,
                        new SessionSnapshot.Participants(1, false),
                        new RoleCounts(messages, 0, 0, 0, 0)),
                "m1",
                "m1",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, messages));
    }
}
