package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.ConversationHash;
import io.multichat.topology.testing.CommitsOnDemand;
import io.multichat.topology.testing.MemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Which conversation has a hash, whether its record is in the store already or not. */
class TakenHashesTest {
    private static final ConversationState FIRST = ConversationState.EMPTY.arrived(5);

    private final KeyValueStore<Bytes, byte[]> bytes = MemoryStore.open();
    private final CommitsOnDemand commits = new CommitsOnDemand();
    private final Conversations conversations = open();

    @Test
    void aNewConversationHasItsHashBeforeAndAfterTheCommit() {
        ConversationKey lounge = key(7);

        assertThat(conversations.withHash(lounge.hash())).isEmpty();
        conversations.put(lounge, FIRST);

        assertThat(bytes.get(lounge.bytes())).isNull();
        assertThat(conversations.withHash(lounge.hash())).contains(lounge);
        commits.commit();
        assertThat(bytes.get(lounge.bytes())).isNotNull();
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
        commits.commit();

        conversations.remove(key(7));

        assertThat(conversations.withHash(key(7).hash())).isEmpty();
    }

    private Conversations open() {
        commits.init(new MockProcessorContext<>().getStateStoreContext(), commits);
        return new Conversations(bytes, commits);
    }

    private static ConversationKey key(int number) {
        return ConversationKey.of(Conversation.of("slack", "room" + number), new ConversationHash(0, number));
    }
}
