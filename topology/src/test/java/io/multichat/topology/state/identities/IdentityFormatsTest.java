package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;

/** The binary formats of identities are read as they were written; other versions are refused. */
class IdentityFormatsTest {
    @Property
    void aBlockIsReadAsItWasWritten(
            @ForAll @Size(min = 1, max = IdentityBlock.MOST) List<Long> times, @ForAll @IntRange(min = 0) int hour) {
        IdentityBlock block = new IdentityBlock();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            block.add(Identity.of(Numbered.identity(i)), times.get(i), hour);
            expected.add(Identity.of(Numbered.identity(i)) + " " + times.get(i) + " " + hour);
        }
        List<String> read = new ArrayList<>();

        IdentityBlock.read(block.key(), block.value(), (id, at, arrived) -> read.add(id + " " + at + " " + arrived));

        assertThat(read).isEqualTo(expected);
    }

    @Example
    void aFullBlockOfLiveChatTakesLessThanTwentyBytesAnIdentity() {
        IdentityBlock block = new IdentityBlock();
        for (int i = 0; block.takes(500_000); i++) {
            block.add(Identity.of(Numbered.identity(i)), 1_800_000_000_000L + i * 37 % 4_000, 500_000);
        }

        assertThat(block.key().length + block.value().length).isLessThan(20 * IdentityBlock.MOST);
    }

    @Example
    void aBlockOfAnotherVersionIsRefused() {
        IdentityBlock block = new IdentityBlock();
        block.add(Identity.of(Numbered.identity(1)), 5, 6);
        byte[] value = block.value();
        value[0] = 1;

        assertThatThrownBy(() -> IdentityBlock.read(block.key(), value, (id, at, hour) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the identities have version 1, and this version of Multichat reads 3; ");
    }

    @Example
    void theCheckpointIsReadAsItWasWritten() {
        TopicPartition changelog = new TopicPartition("a b-changelog", 3);
        TopicPartition other = new TopicPartition("other", 0);
        ChangelogCheckpoint checkpoint = new ChangelogCheckpoint(Optional.empty());
        checkpoint.commit(Map.of(changelog, 42L, other, 1L));

        ChangelogCheckpoint read = new ChangelogCheckpoint(Optional.of(checkpoint.note()));
        assertThat(read.offset(changelog)).isEqualTo(42);
        assertThat(read.offset(other)).isEqualTo(1);

        read.commit(Map.of());
        assertThat(read.offset(changelog)).isNull();
    }

    @Example
    void theFilterExcludesNothingThatWasAddedAndNearlyEverythingElse() {
        IdentityFilter filter = new IdentityFilter(1 << 14);
        long capacity = IdentityFilter.capacity(1 << 14);
        for (int i = 0; i < capacity; i++) {
            filter.add(Identity.of(Numbered.identity(i)));
        }
        int others = 0;
        for (int i = 0; i < capacity; i++) {
            assertThat(filter.mayContain(Identity.of(Numbered.identity(i)))).isTrue();
            others += filter.mayContain(Identity.of(Numbered.identity(-1 - i))) ? 1 : 0;
        }

        assertThat(others).isLessThan((int) (capacity / 100));
    }
}
