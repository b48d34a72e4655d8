package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter.Source;
import io.multichat.topology.state.Account.Fate;
import io.multichat.topology.testing.MemoryStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.kafka.common.TopicPartition;

/** Accounts add up, one for each source partition. */
class AccountStoreTest {
    private final AccountStore accounts = new AccountStore(MemoryStore.open());

    @Property(tries = 300)
    void whatIsCountedIsReadAsItWasCounted(
            @ForAll @NotEmpty List<Fate> fates,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long firstOffset) {
        AccountStore fresh = new AccountStore(MemoryStore.open());
        for (int i = 0; i < fates.size(); i++) {
            fresh.count(new Source("chat-messages", 3, firstOffset + i), fates.get(i));
        }

        assertThat(fresh.all())
                .containsExactly(Map.entry(
                        new TopicPartition("chat-messages", 3),
                        new Account(
                                firstOffset + fates.size(),
                                Collections.frequency(fates, Fate.ACCEPTED),
                                Collections.frequency(fates, Fate.DUPLICATE),
                                Collections.frequency(fates, Fate.DEAD_LETTER),
                                Collections.frequency(fates, Fate.WAITING),
                                Collections.frequency(fates, Fate.SENT_HOME))));
    }

    @Example
    void eachSourcePartitionHasItsOwn() {
        accounts.count(new Source("a", 0, 0), Fate.ACCEPTED);
        accounts.count(new Source("a", 1, 5), Fate.ACCEPTED);
        accounts.count(new Source("ab", 0, 9), Fate.DUPLICATE);

        assertThat(accounts.all())
                .containsOnly(
                        Map.entry(new TopicPartition("a", 0), new Account(1, 1, 0, 0, 0, 0)),
                        Map.entry(new TopicPartition("a", 1), new Account(6, 1, 0, 0, 0, 0)),
                        Map.entry(new TopicPartition("ab", 0), new Account(10, 0, 1, 0, 0, 0)));
    }

    @Example
    void whatWaitedIsCountedAnewAndOnlyOnce() {
        accounts.count(new Source("a", 0, 7), Fate.WAITING);

        accounts.settle(new Source("a", 0, 7), Fate.ACCEPTED);

        assertThat(accounts.all()).containsEntry(new TopicPartition("a", 0), new Account(8, 1, 0, 0, 0, 0));
    }

    @Example
    void openSessionsAreNoAccount() {
        accounts.addOpenSessions(3);
        accounts.addOpenSessions(-1);

        assertThat(accounts.openSessions()).isEqualTo(2);
        assertThat(accounts.all()).isEmpty();
    }

    @Example
    void anEarlierOffsetThatIsDecidedLaterDoesNotMoveItBack() {
        accounts.count(new Source("a", 0, 7), Fate.ACCEPTED);
        accounts.count(new Source("a", 0, 3), Fate.ACCEPTED);

        assertThat(accounts.all()).containsEntry(new TopicPartition("a", 0), new Account(8, 2, 0, 0, 0, 0));
    }
}
