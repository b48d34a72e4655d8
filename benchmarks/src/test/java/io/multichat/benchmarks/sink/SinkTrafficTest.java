package io.multichat.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.benchmarks.sink.raw.Decoded;
import io.multichat.benchmarks.sink.raw.StoredCounts;
import io.multichat.sinks.core.SinkEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class SinkTrafficTest {
    private static final Shape SHAPE = new Shape(6_000, 500, 400, 100, 0);

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<Integer> once = values(new SinkTraffic(SHAPE, 7));

        assertThat(values(new SinkTraffic(SHAPE, 7)).equals(once)).isTrue();
        assertThat(values(new SinkTraffic(SHAPE, 8)).equals(once)).isFalse();
    }

    @Test
    void everyRecordIsAcceptableToASinkAndNoMessageIsSentTwice() {
        SinkTraffic traffic = new SinkTraffic(SHAPE, 1);
        Set<String> messages = new HashSet<>();
        Set<Object> sessions = new HashSet<>();
        long snapshots = 0;
        long bytes = 0;
        while (traffic.hasNext()) {
            List<SinkRecord> batch = traffic.next();
            assertThat(batch).hasSize(500);
            Decoded decoded = Decoded.of(batch);
            for (SinkEntry.Transcript message : decoded.messages()) {
                messages.add(message.event().messageId().orElseThrow());
                bytes += message.value().length;
            }
            decoded.snapshots()
                    .forEach(snapshot -> sessions.add(snapshot.snapshot().sessionId()));
            snapshots += decoded.snapshots().size();
        }

        assertThat(messages).hasSize(5_000);
        assertThat(snapshots).isEqualTo(1_000);
        assertThat(bytes / 5_000).isBetween(380L, 440L);
        assertThat(traffic.contents()).isEqualTo(new StoredCounts(messages.size(), sessions.size()));
    }

    private static List<Integer> values(SinkTraffic traffic) {
        List<Integer> values = new ArrayList<>();
        traffic.forEachRemaining(
                batch -> batch.forEach(record -> values.add(Arrays.hashCode((byte[]) record.value()))));
        return values;
    }
}
