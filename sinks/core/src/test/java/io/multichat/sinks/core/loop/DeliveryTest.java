package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.InvalidEventException;
import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.Batches.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private final FragileStore store = new FragileStore();
    private final List<Long> reported = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();
    private final Delivery delivery = new Delivery(new EntryDecoder(SinkTopics.defaults()), store, this::report);

    @Test
    void aBatchIsWrittenInOneCall() {
        delivery.deliver(Batches.of(Collections.nCopies(500, Fate.WRITTEN), store));

        assertThat(store.offsets()).hasSize(500).isSorted();
        assertThat(store.writes()).isOne();
    }

    @Test
    void nothingIsWrittenForABatchThatIsEmptyOrAllPoison() {
        delivery.deliver(List.of());
        delivery.deliver(Batches.of(List.of(Fate.UNDECODABLE, Fate.UNDECODABLE), store));

        assertThat(store.writes()).isZero();
        assertThat(reported).containsExactly(0L, 1L);
    }

    @Test
    void poisonIsReportedWithItsCauseAndDoesNotBlockOtherRecords() {
        delivery.deliver(Batches.of(List.of(Fate.WRITTEN, Fate.UNWRITABLE, Fate.UNDECODABLE, Fate.WRITTEN), store));

        assertThat(store.offsets()).containsExactly(0L, 3L);
        assertThat(reported).containsExactly(2L, 1L);
        assertThat(causes.get(0)).isInstanceOf(InvalidEventException.class).hasMessageStartingWith("not JSON");
        assertThat(causes.get(1)).isInstanceOf(StoreException.class).hasMessage("entry 1 is rejected");
    }

    @Test
    void onePoisonRecordIsFoundByHalving() {
        List<Fate> fates = new ArrayList<>(Collections.nCopies(1_024, Fate.WRITTEN));
        fates.set(700, Fate.UNWRITABLE);

        delivery.deliver(Batches.of(fates, store));

        assertThat(reported).containsExactly(700L);
        assertThat(store.offsets()).hasSize(1_023).isSorted();
        assertThat(store.writes()).isEqualTo(1 + 2 * 10);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REPORT"})
    void aStoreThatFailsBlamesNoRecord(StoreException.Verdict verdict) {
        store.failAfter(1, verdict);

        assertThatThrownBy(() -> delivery.deliver(Batches.of(List.of(Fate.WRITTEN, Fate.WRITTEN), store)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.verdict()).isEqualTo(verdict));

        assertThat(reported).isEmpty();
        assertThat(store.writes()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDECODABLE", "UNWRITABLE"})
    void withoutAReporterPoisonFailsTheTaskAndNamesTheMissingSettings(Fate poison) {
        Delivery unreported = new Delivery(new EntryDecoder(SinkTopics.defaults()), store, null);

        assertThatThrownBy(() -> unreported.deliver(Batches.of(List.of(Fate.WRITTEN, poison), store)))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageStartingWith("record chat-transcript-0@1 cannot be written (")
                .hasMessageEndingWith("set errors.tolerance=all and errors.deadletterqueue.topic.name")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void aReporterThatThrowsFailsTheTask() {
        Delivery intolerant = new Delivery(new EntryDecoder(SinkTopics.defaults()), store, (record, cause) -> {
            throw new ConnectException("Tolerance exceeded", cause);
        });

        assertThatThrownBy(() -> intolerant.deliver(Batches.of(List.of(Fate.UNDECODABLE), store)))
                .hasMessage("Tolerance exceeded");
    }

    private Future<Void> report(SinkRecord record, Throwable cause) {
        reported.add(record.originalKafkaOffset());
        causes.add(cause);
        return CompletableFuture.completedFuture(null);
    }
}
