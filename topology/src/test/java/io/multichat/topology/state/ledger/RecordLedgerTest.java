package io.multichat.topology.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.DeadLetter.Source;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.state.ledger.RecordCounts.Fate;
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

/** Record counts add up, separately for each source partition. */
class RecordLedgerTest {
    private final Keyspace records = MemoryStore.keyspace(StateKind.LEDGER);
    private final RecordLedger book = new RecordLedger(records, MemoryStore.commits(), RecordLedger.Place.HOME);
    private final RecordLedgerStore accounts = new RecordLedgerStore(records);

    @Property(tries = 300)
    void countsAreReadAsTheyWereWritten(
            @ForAll @NotEmpty List<Fate> fates,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long firstOffset) {
        Keyspace own = MemoryStore.keyspace(StateKind.LEDGER);
        RecordLedger fresh = new RecordLedger(own, MemoryStore.commits(), RecordLedger.Place.ARRIVAL);
        for (int i = 0; i < fates.size(); i++) {
            fresh.count(new Source("chat-messages", 3, firstOffset + i), fates.get(i));
        }

        assertThat(new RecordLedgerStore(own).all())
                .containsExactly(Map.entry(
                        new TopicPartition("chat-messages", 3),
                        new RecordCounts(
                                firstOffset + fates.size(),
                                Collections.frequency(fates, Fate.ACCEPTED),
                                Collections.frequency(fates, Fate.DUPLICATE),
                                Collections.frequency(fates, Fate.DEAD_LETTER),
                                Collections.frequency(fates, Fate.WAITING),
                                Collections.frequency(fates, Fate.SENT_HOME))));
    }

    @Example
    void eachSourcePartitionHasItsOwnCounts() {
        book.count(new Source("a", 0, 0), Fate.ACCEPTED);
        book.count(new Source("a", 1, 5), Fate.ACCEPTED);
        book.count(new Source("ab", 0, 9), Fate.DUPLICATE);

        assertThat(accounts.all())
                .containsOnly(
                        Map.entry(new TopicPartition("a", 0), new RecordCounts(1, 1, 0, 0, 0, 0)),
                        Map.entry(new TopicPartition("a", 1), new RecordCounts(6, 1, 0, 0, 0, 0)),
                        Map.entry(new TopicPartition("ab", 0), new RecordCounts(10, 0, 1, 0, 0, 0)));
    }

    @Example
    void aWaitingRecordIsCountedByItsFinalFateAndOnlyOnce() {
        book.count(new Source("a", 0, 7), Fate.WAITING);

        book.settle(new Source("a", 0, 7), Fate.ACCEPTED);

        assertThat(accounts.all()).containsEntry(new TopicPartition("a", 0), new RecordCounts(8, 1, 0, 0, 0, 0));
    }

    @Example
    void placesDoNotOverwriteEachOtherAndANewProcessContinuesTheCounts() {
        book.count(new Source("a", 0, 7), Fate.ACCEPTED);
        new RecordLedger(records, MemoryStore.commits(), RecordLedger.Place.ARRIVAL)
                .count(new Source("a", 0, 7), Fate.SENT_HOME);

        new RecordLedger(records, MemoryStore.commits(), RecordLedger.Place.HOME)
                .count(new Source("a", 0, 8), Fate.DUPLICATE);

        assertThat(accounts.all()).containsEntry(new TopicPartition("a", 0), new RecordCounts(9, 1, 1, 0, 0, 1));
    }

    @Example
    void theNumberOfOpenSessionsIsNotARecordCount() {
        book.addOpenSessions(3);
        book.addOpenSessions(-1);

        assertThat(new RecordLedger(records, MemoryStore.commits(), RecordLedger.Place.HOME).openSessions())
                .isEqualTo(2);
        assertThat(accounts.all()).isEmpty();
    }

    @Example
    void anEarlierOffsetDecidedLaterDoesNotMoveTheNextOffsetBack() {
        book.count(new Source("a", 0, 7), Fate.ACCEPTED);
        book.count(new Source("a", 0, 3), Fate.ACCEPTED);

        assertThat(accounts.all()).containsEntry(new TopicPartition("a", 0), new RecordCounts(8, 2, 0, 0, 0, 0));
    }
}
