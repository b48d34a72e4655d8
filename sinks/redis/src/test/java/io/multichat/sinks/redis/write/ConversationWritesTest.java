package io.multichat.sinks.redis.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.link.ScriptCall;
import io.multichat.sinks.redis.testing.Entries;
import io.multichat.sinks.redis.testing.Sessions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationWritesTest {
    private static final Conversation GENERAL = Conversation.of("slack", "general");

    @Test
    void ofTenVersionsOfASessionInABatchOnlyTheNewestIsWritten() {
        SessionSnapshot session = Sessions.open(GENERAL, 10, 20, 5);
        List<SinkEntry> batch = new ArrayList<>();
        for (long version : new long[] {1, 2, 3, 4, 5, 10, 6, 7, 8, 9}) {
            batch.add(new Entries(GENERAL).snapshot(Sessions.with(session, new SessionSnapshot.Version(0, version))));
        }
        ScriptCall call = new ScriptCall(new ArrayList<>(), new ArrayList<>());

        List<ConversationWrites> writes = EntriesByConversation.sort(batch);

        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).entries()).isEqualTo(1);
        assertThat(writes.get(0).bytes()).isEqualTo(batch.get(5).value().length);
        writes.get(0).addTo(call);
        assertThat(call.arguments()).last().isEqualTo(batch.get(5).value());
    }
}
