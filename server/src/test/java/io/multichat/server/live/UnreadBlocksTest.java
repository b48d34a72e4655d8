package io.multichat.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What clients have not read yet, one by one and together. */
class UnreadBlocksTest {
    private static final int KIB = 1 << 10;

    private final LiveMemory memory = new LiveMemory(10 * KIB);
    private final UnreadBlocks fast = new UnreadBlocks();
    private final UnreadBlocks slow = new UnreadBlocks();

    @Test
    void aBlockThatSeveralClientsWaitForCountsOnce() {
        LiveBlock shared = block(KIB);

        assertThat(slow.add(shared)).isEmpty();
        assertThat(fast.add(shared)).isEmpty();
        assertThat(memory.used()).isEqualTo(KIB);
        assertThat(fast.poll()).contains(shared.bytes());
        assertThat(memory.used()).isEqualTo(KIB);
        slow.clear();
        assertThat(memory.used()).isZero();
        assertThat(slow.poll()).isEmpty();
    }

    @Test
    void whenTheMemoryOfAllIsUsedThoseWhoAreBehindAreDroppedFirst() {
        for (int i = 0; i < 11; i++) {
            assertThat(slow.add(block(KIB))).isEmpty();
        }
        LiveBlock next = block(KIB);

        assertThat(slow.add(next)).get().asString().contains("all clients together");
        assertThat(fast.add(next)).isEmpty();
        assertThat(fast.poll()).isPresent();
        slow.clear();
        assertThat(slow.add(next)).isEmpty();
    }

    @Test
    void nobodyKeepsMoreThanTwiceTheLimit() {
        slow.add(block(21 * KIB));

        assertThat(fast.add(block(KIB))).isPresent();
        assertThat(memory.used()).isEqualTo(21 * KIB);
    }

    @Test
    void oneClientKeepsABoundedNumberOfBlocks() {
        LiveBlock small = block(1);
        for (int i = 0; i < 2_000; i++) {
            assertThat(slow.add(small)).isEmpty();
        }

        assertThat(slow.add(small)).get().asString().contains("reads too slowly");
    }

    private LiveBlock block(int bytes) {
        return new LiveBlock(new byte[bytes], memory);
    }
}
