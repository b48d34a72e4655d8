package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** A session that grows backwards, as in chat that is read from its end, keeps its key. */
class PastSessionStoreTest {
    private final Keyspace records = MemoryStore.keyspace(StateKind.PAST_SESSION);
    private final PastSessionStore sessions = new PastSessionStore(records);
    private final Conversation conversation = Conversation.ofKey("irc/java");
    private final ConversationKey key = ConversationKey.of(conversation, conversation.hash());

    private final Session early = session(10);
    private final Session before = session(100);
    private final Session grown = before.with(session(80).first(), before.counts());
    private final Session late = session(200);

    @Test
    void itReplacesItsRecord() {
        sessions.put(key, before);
        sessions.put(key, grown);

        assertThat(stored()).containsExactly(grown);
    }

    @Test
    void itIsFoundByItsStart() {
        List.of(early, before, grown, late).forEach(each -> sessions.put(key, each));

        assertThat(sessions.around(key, 79).startingUpTo()).contains(early);
        assertThat(sessions.around(key, 79).startingAfter()).contains(grown);
        assertThat(sessions.around(key, 80).startingUpTo()).contains(grown);
        assertThat(sessions.around(key, 80).startingAfter()).contains(late);
        assertThat(sessions.around(key, 99).startingUpTo()).contains(grown);
        assertThat(sessions.around(key, 150).startingUpTo()).contains(grown);
        assertThat(sessions.around(key, 150).startingAfter()).contains(late);
    }

    @Test
    void itIsRemovedWhateverItsStart() {
        sessions.put(key, before);

        sessions.remove(key, grown);

        assertThat(stored()).isEmpty();
    }

    private List<Session> stored() {
        List<Session> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = records.range(key.bytesAt(0), key.bytesAt(Long.MAX_VALUE))) {
            all.forEachRemaining(each -> found.add(SessionCodec.decodeSession(each.value)));
        }
        return found;
    }

    private Session session(long at) {
        MessagePosition only = new MessagePosition(at, 1, "m1");
        return new Session(
                SessionId.of(at, conversation.hash()),
                only,
                only,
                SessionCounts.NOTHING.withMessage(0, Sender.Role.USER, new Participants(1, false)),
                SessionStatus.OPEN,
                Announced.NOTHING);
    }
}
