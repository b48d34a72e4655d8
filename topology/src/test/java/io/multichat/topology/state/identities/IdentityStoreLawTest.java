package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.KeyValue;

/** After any sequence of operations, the store and its changelog hold exactly the accepted identities. */
class IdentityStoreLawTest {
    private static final int NUMBERS = 900;

    /** Accepts {@code count} consecutive identities starting at {@code first}; then something happens to the task. */
    record Step(int first, int count, long sentAt, int hour, After after) {}

    enum After {
        NOTHING,
        COMMIT,
        LOAD,
        RESTART
    }

    @Property(tries = 30)
    void anIdentityKeepsTheTimeWithWhichItWasFirstStored(@ForAll("steps") List<Step> steps) throws IOException {
        Map<Long, Long> model = new HashMap<>();
        List<KeyValue<byte[], byte[]>> changelog = new ArrayList<>();
        try (OnePartition partition =
                new OnePartition(Files.createTempDirectory("identities"), Optional.empty(), 250)) {
            for (Step step : steps) {
                for (long number = step.first(); number < step.first() + step.count(); number++) {
                    partition.put(number, step.sentAt() - number, step.hour() * 3_600_000L);
                    model.putIfAbsent(number, step.sentAt() - number);
                }
                changelog.addAll(after(step.after(), partition));
                assertKnown(partition, model);
            }
            changelog.addAll(after(After.RESTART, partition));
        }
        try (OnePartition other = new OnePartition(Files.createTempDirectory("identities"), Optional.empty(), 250)) {
            other.restart(changelog);
            assertKnown(other, model);
        }
        assertThat(keys(changelog)).hasSameSizeAs(changelog);
    }

    private static List<KeyValue<byte[], byte[]>> after(After after, OnePartition partition) {
        switch (after) {
            case COMMIT -> partition.commit();
            case LOAD -> partition.load();
            case RESTART -> {
                partition.commit();
                List<KeyValue<byte[], byte[]>> written = partition.log();
                partition.restart(List.of());
                return written;
            }
            case NOTHING -> {}
        }
        return List.of();
    }

    private static void assertKnown(OnePartition partition, Map<Long, Long> model) {
        for (long number = 0; number < NUMBERS; number++) {
            Long sentAt = model.get(number);
            assertThat(partition.sentAt(number))
                    .isEqualTo(sentAt == null ? OptionalLong.empty() : OptionalLong.of(sentAt));
        }
    }

    private static Set<ByteBuffer> keys(List<KeyValue<byte[], byte[]>> changelog) {
        Set<ByteBuffer> keys = new HashSet<>();
        changelog.forEach(each -> keys.add(ByteBuffer.wrap(each.key)));
        return keys;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, NUMBERS - 300),
                        Arbitraries.integers().between(1, 300),
                        Arbitraries.longs().between(0, 1L << 48),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(After.class))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }
}
