package io.multichat.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.codec.EventEncoder;
import io.multichat.jobs.testing.Chat;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store has not read yet is not a difference. */
class LaggingStoreTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final String LOG = "chat-transcript-0";

    @TempDir
    private Path folder;

    /** A store with messages at these offsets. */
    private record Held(String name, Promise promise, Optional<Map<String, Long>> positions, List<Integer> offsets)
            implements StoreAudit {
        @Override
        public List<String> read(AuditSink sink) {
            for (int offset : offsets) {
                if (promise == Promise.SOURCE) {
                    sink.from(LOG, offset);
                }
                sink.accepted(new EventEncoder().encode(Chat.message(LOUNGE, "m" + offset, offset)), offset, offset);
            }
            return List.of();
        }
    }

    @Test
    void messagesBeyondThePositionOfAStoreLag() {
        VerifyReport report = verify(Optional.of(Map.of(LOG, 2L)), 0, 1);

        assertThat(report.byStore()).doesNotContainKey("sqlite");
        assertThat(report.lagging()).isEqualTo(Map.of("sqlite", 2L));
    }

    @Test
    void aMessageBeforeThePositionIsMissing() {
        VerifyReport report = verify(Optional.of(Map.of(LOG, 3L)), 0, 2);

        assertThat(problems(report)).contains("sqlite m1 the message is missing; it is in transcript");
        assertThat(report.lagging()).isEqualTo(Map.of("sqlite", 1L));
    }

    @Test
    void aStoreWithoutAPositionForALogHasReadNothingOfIt() {
        assertThat(verify(Optional.of(Map.of())).lagging()).isEqualTo(Map.of("sqlite", 4L));
    }

    @Test
    void withoutKnownPositionsEverythingThatIsMissingIsADifference() {
        VerifyReport report = verify(Optional.empty(), 0, 1, 2);

        assertThat(problems(report)).contains("sqlite m3 the message is missing; it is in transcript");
        assertThat(report.lagging()).isEmpty();
    }

    private VerifyReport verify(Optional<Map<String, Long>> positions, Integer... held) {
        Held topics = new Held("transcript", StoreAudit.Promise.SOURCE, Optional.empty(), List.of(0, 1, 2, 3));
        Held sqlite = new Held("sqlite", StoreAudit.Promise.EVERYTHING, positions, List.of(held));
        return new VerifyRun(List.of(topics, sqlite), folder, Duration.ZERO).run();
    }

    private static List<String> problems(VerifyReport report) {
        return report.differences().stream()
                .map(found -> found.store() + " " + found.id() + " " + found.problem())
                .toList();
    }
}
