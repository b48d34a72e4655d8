package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.CommitsOnDemand;
import io.multichat.topology.testing.MemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** Which conversation has a hash, whether its record is in the store already or not. */
class TakenHashesTest {
    private static final ConversationState FIRST = ConversationState.EMPTY.arrived(5);

    private final Keyspace records = MemoryStore.keyspace(StateKind.CONVERSATION);
    private final CommitsOnDemand commits = new CommitsOnDemand();
    private final Conversations conversations = open();

    @Test
    void aNewConversationHasItsHashBeforeAndAfterTheCommit() {
        ConversationKey lounge = key(7);

        assertThat(conversations.withHash(lounge.hash())).isEmpty();
        conversations.put(lounge, FIRST);

        assertThat(records.get(lounge.bytes())).isNull();
        assertThat(conversations.withHash(lounge.hash())).contains(lounge);
        commits.flushCache();
        assertThat(records.get(lounge.bytes())).isNotNull();
        assertThat(conversations.withHash(lounge.hash())).contains(lounge);
        assertThat(open().withHash(lounge.hash())).contains(lounge);
    }

    @Test
    void noneIsMissedHoweverManyAreNewInOneTransaction() {
        List<ConversationKey> many =
                IntStream.range(0, 40_000).mapToObj(TakenHashesTest::key).toList();

        many.forEach(each -> conversations.put(each, FIRST));

        assertThat(many).allMatch(each -> conversations.withHash(each.hash()).isPresent());
    }

    @Test
    void aRemovedConversationFreesItsHash() {
        conversations.put(key(7), FIRST);
        commits.flushCache();

        conversations.remove(key(7));

        assertThat(conversations.withHash(key(7).hash())).isEmpty();
    }

    private Conversations open() {
        commits.init(new MockProcessorContext<>().getStateStoreContext(), commits);
        return new Conversations(records, commits);
    }

    private static ConversationKey key(int number) {
        return ConversationKey.of(Conversation.of("slack", "room" + number), new ConversationHash(0, number));
    }
}
