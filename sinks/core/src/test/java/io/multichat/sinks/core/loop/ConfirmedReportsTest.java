package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.Batches.Fate;
import io.multichat.sinks.core.testing.ReportFate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** How a delivery reacts to the fate of its reports. */
class ConfirmedReportsTest {
    private final FragileStore store = new FragileStore();
    private final List<Long> reported = new ArrayList<>();
    private final List<SinkRecord> batch =
            Batches.of(List.of(Fate.UNDECODABLE, Fate.WRITTEN, Fate.UNDECODABLE, Fate.WRITTEN), store);

    @Test
    void aReportThatFailsFailsTheTaskAndNamesTheRecord() {
        assertThatThrownBy(() -> deliver(ReportFate.FAILS))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("chat-transcript-0@0")
                .hasMessageContaining("the queue is full");
    }

    @Test
    void aLostReportCausesTheBatchToBeRetried() {
        assertThatThrownBy(() -> deliver(ReportFate.NEVER_ARRIVES))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        late -> assertThat(late.verdict()).isEqualTo(StoreException.Verdict.RETRY))
                .hasMessageContaining("chat-transcript-0@0")
                .hasMessageContaining("120 s");
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        assertThatThrownBy(() -> deliver(ReportFate.IS_INTERRUPTED)).isExactlyInstanceOf(ConnectException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void everythingIsWrittenAndReportedBeforeTheFirstReportIsAwaited() {
        assertThatThrownBy(() -> deliver(ReportFate.NEVER_ARRIVES)).isInstanceOf(StoreException.class);

        assertThat(store.offsets()).containsExactly(1L, 3L);
        assertThat(reported).containsExactly(0L, 2L);
    }

    private void deliver(ReportFate fate) {
        Delivery delivery = new Delivery(new EntryDecoder(SinkTopics.defaults()), store, (record, cause) -> {
            reported.add(record.originalKafkaOffset());
            return fate.report();
        });
        delivery.deliver(batch);
    }
}
