package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.events.hash.ConversationHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {
    @Test
    void anIdNeverChanges() {
        SessionId id = SessionId.of(1_772_366_400_000L, ConversationHash.of("irc/%23multichat"));

        assertThat(id).hasToString("01KJMMA2G0T3PSXQFQHPP5JEZ6");
        assertThat(id.t0()).isEqualTo(1_772_366_400_000L);
    }

    @Property
    void aTextParsesToItsId(@ForAll long high, @ForAll long low) {
        SessionId id = new SessionId(high, low);

        assertThat(SessionId.parse(id.toString())).isEqualTo(id);
        assertThat(SessionId.parse(id.toString().toLowerCase(Locale.ROOT))).isEqualTo(id);
    }

    @Property
    void textsSortLikeIds(@ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
        SessionId one = new SessionId(high, low);
        SessionId other = new SessionId(otherHigh, otherLow);

        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        assertThat(new SessionId(high, otherLow).compareTo(one)).isEqualTo(Long.compareUnsigned(otherLow, low));
    }

    @Property
    void idsSortByTheTimeOfTheirFirstMessage(@ForAll("origins") Origin one, @ForAll("origins") Origin other) {
        SessionId id = one.id();
        SessionId otherId = other.id();

        assertThat(id.t0()).isEqualTo(one.t0());
        if (one.t0() != other.t0()) {
            assertThat(id.compareTo(otherId) < 0).isEqualTo(one.t0() < other.t0());
        }
    }

    @Property
    void anIdHasThePartitionOfKafkasPartitioner(
            @ForAll("origins") Origin origin, @ForAll @IntRange(min = 1, max = 1000) int partitions) {
        byte[] key = origin.conversation().key().getBytes(StandardCharsets.US_ASCII);
        int kafkas = BuiltInPartitioner.partitionForKey(key, partitions);

        assertThat(origin.id().partition(partitions)).isEqualTo(kafkas);
        assertThat(origin.conversation().partition(partitions)).isEqualTo(kafkas);
    }

    @Property
    void anIdContainsTheHashOfItsConversation(@ForAll("origins") Origin origin) {
        assertThat(origin.id().conversationHash())
                .isEqualTo(origin.conversation().hash());
    }

    /** The names of the first version's collision: murmur2 and CRC-32C of both keys are equal. */
    @Test
    void conversationsWithTheSamePartitionerHashHaveDifferentIds() {
        Conversation payroll = Conversation.of("slack", "payroll");
        Conversation forged = Conversation.of("slack", "party-xBgTpdaaIiIIOmlOhhhh");

        assertThat(forged.hash().murmur2()).isEqualTo(payroll.hash().murmur2());
        assertThat(SessionId.of(1_795_946_400_000L, forged.hash()))
                .isNotEqualTo(SessionId.of(1_795_946_400_000L, payroll.hash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5CC",
                "81KDXV5M4G8Q2Z3XJ0V7T9WB5C",
                "Z1KDXV5M4G8Q2Z3XJ0V7T9WB5C",
                "z1KDXV5M4G8Q2Z3XJ0V7T9WB5C",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5I",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5L",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5O",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5u",
                " 1KDXV5M4G8Q2Z3XJ0V7T9WB5C",
                "01KDXV5M4G8Q2Z-XJ0V7T9WB5C",
                "０1KDXV5M4G8Q2Z3XJ0V7T9WB5C",
                "01KDXV5M4G8Q2Z3XJ0V7T9WB5\u0000"
            })
    void otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionId.parse(text))
                .withMessageStartingWith("a session id has");
    }

    @Provide
    Arbitrary<Origin> origins() {
        return Combinators.combine(AnyEvent.times(), AnyText.conversations()).as(Origin::new);
    }

    record Origin(long t0, Conversation conversation) {
        SessionId id() {
            return SessionId.of(t0, conversation.hash());
        }
    }
}
