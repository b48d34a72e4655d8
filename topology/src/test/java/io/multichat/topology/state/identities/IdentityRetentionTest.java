package io.multichat.topology.state.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities are removed some time after their retention, never before; without a retention, never. */
class IdentityRetentionTest {
    private static final long HOUR = 3_600_000;

    @TempDir
    private Path directory;

    @Test
    void identitiesBeyondTheRetentionAreRemovedAndThoseWithinItAreKept() {
        try (OnePartition partition = new OnePartition(directory, Optional.of(Duration.ofHours(8)), 1)) {
            putOneEachHour(partition, 20);

            assertThat(partition.sentAt(0)).isEmpty();
            assertThat(partition.sentAt(9)).isEmpty();
            for (long hour = 12; hour <= 20; hour++) {
                assertThat(partition.sentAt(hour)).hasValue(hour);
            }
        }
    }

    @Test
    void aRemovedIdentityIsAcceptedAgainOnceTheFilterIsLoaded() {
        try (OnePartition partition = new OnePartition(directory, Optional.of(Duration.ofHours(8)), 1)) {
            putOneEachHour(partition, 20);
            partition.load();

            partition.put(0, 7, 20 * HOUR);

            assertThat(partition.sentAt(0)).hasValue(7);
        }
    }

    @Test
    void anUnwrittenIdentityIsKnownAfterTheFilterIsLoadedAgain() {
        try (OnePartition partition = new OnePartition(directory, Optional.of(Duration.ofHours(8)), 1)) {
            putOneEachHour(partition, 20);
            partition.put(99, 99, 20 * HOUR);

            partition.load();

            assertThat(partition.sentAt(99)).hasValue(99);
        }
    }

    @Test
    void aRestoreRemovesTheSameIdentities() {
        List<KeyValue<byte[], byte[]>> changelog;
        try (OnePartition partition = new OnePartition(directory.resolve("one"), Optional.empty(), 1)) {
            putOneEachHour(partition, 20);
            changelog = new ArrayList<>(partition.log());
            assertThat(partition.sentAt(0)).hasValue(0);
        }
        try (OnePartition other = new OnePartition(directory.resolve("other"), Optional.of(Duration.ofHours(8)), 1)) {
            other.restart(changelog);

            assertThat(other.sentAt(0)).isEmpty();
            assertThat(other.sentAt(12)).hasValue(12);
            assertThat(other.sentAt(20)).hasValue(20);
        }
    }

    @Test
    void theChangelogIsNeverDeletedWithoutABoundAndNotBeforeTheBoundOtherwise() {
        assertThat(IdentityRetention.of(Optional.empty()).changelog())
                .containsAllEntriesOf(
                        Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
        assertThat(IdentityRetention.of(Optional.of(Duration.ofMinutes(90))).changelog())
                .containsEntry("retention.ms", Long.toString(3 * HOUR));
    }

    private static void putOneEachHour(OnePartition partition, int last) {
        for (long hour = 0; hour <= last; hour++) {
            partition.put(hour, hour, hour * HOUR);
            partition.commit();
        }
    }
}
