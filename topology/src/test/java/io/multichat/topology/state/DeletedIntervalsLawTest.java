package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.MemoryStore;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law: an instant is in a deleted interval exactly if one of those that were added contains it, whatever their order. */
class DeletedIntervalsLawTest {
    private static final int LAST = 40;

    @Property(tries = 300)
    void everyInstantOfEveryIntervalIsDeletedAndNoOther(@ForAll("intervals") List<ErasureMarker> added) {
        Conversation conversation = Conversation.ofKey("irc/java");
        ConversationKey key = ConversationKey.of(conversation, conversation.hash());
        ErasureStore erasures = new ErasureStore(
                MemoryStore.keyspace(StateKind.DELETED_SESSION), MemoryStore.keyspace(StateKind.ERASED_PARTICIPANT));

        added.forEach(marker -> erasures.add(key, marker));

        for (long instant = 0; instant <= LAST; instant++) {
            assertThat(erasures.deleted(key, instant).isPresent())
                    .as("at " + instant)
                    .isEqualTo(contains(added, instant));
        }
    }

    private static boolean contains(List<ErasureMarker> intervals, long instant) {
        return intervals.stream().anyMatch(each -> each.from() <= instant && instant <= each.until());
    }

    @Provide
    Arbitrary<List<ErasureMarker>> intervals() {
        Arbitrary<Long> times = Arbitraries.longs().between(0, LAST);
        return Combinators.combine(times, times)
                .as((one, other) -> ErasureMarker.ofSession(Math.min(one, other), Math.max(one, other)))
                .list()
                .ofMaxSize(8);
    }
}
