package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.Batches.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/** Every record of a batch is written or reported, or the whole batch is delivered again. */
class DeliveryPropertyTest {
    private FragileStore store;
    private List<Long> reported;

    @BeforeTry
    void begin() {
        store = new FragileStore();
        reported = new ArrayList<>();
    }

    @Property
    void everyRecordIsWrittenInOrderOrReportedOnce(@ForAll @Size(max = 40) List<Fate> fates) {
        deliver(Batches.of(fates, store), this::report);

        assertThat(store.offsets()).isEqualTo(Batches.offsets(fates, Fate.WRITTEN, Fate.WRITTEN));
        assertThat(reported)
                .containsExactlyInAnyOrderElementsOf(Batches.offsets(fates, Fate.UNDECODABLE, Fate.UNWRITABLE));
    }

    @Property
    void aFailedBatchIsCompletedByDeliveringItAgain(
            @ForAll @Size(min = 1, max = 40) List<Fate> fates, @ForAll @IntRange(max = 60) int failsAfter) {
        List<SinkRecord> batch = Batches.of(fates, store);
        store.failAfter(failsAfter, StoreException.Verdict.RETRY);

        boolean thrown = throwsBack(batch);

        assertThat(store.offsets().size() + reported.size()).isLessThanOrEqualTo(fates.size());
        assertThat(thrown ? reported.isEmpty() : store.offsets().size() + reported.size() == fates.size())
                .isTrue();

        store.recover();
        if (thrown) {
            deliver(batch, this::report);
        }

        assertThat(store.offsets()).isEqualTo(Batches.offsets(fates, Fate.WRITTEN, Fate.WRITTEN));
        assertThat(reported)
                .containsExactlyInAnyOrderElementsOf(Batches.offsets(fates, Fate.UNDECODABLE, Fate.UNWRITABLE));
    }

    @Property
    void withoutAReporterNoPoisonIsSkipped(@ForAll @Size(max = 40) List<Fate> fates) {
        List<SinkRecord> batch = Batches.of(fates, store);
        boolean poisoned = fates.contains(Fate.UNDECODABLE) || fates.contains(Fate.UNWRITABLE);

        boolean thrown = false;
        try {
            deliver(batch, null);
        } catch (ConnectException e) {
            thrown = true;
        }

        assertThat(thrown).isEqualTo(poisoned);
        assertThat(Batches.offsets(fates, Fate.WRITTEN, Fate.WRITTEN)).containsAll(store.offsets());
    }

    private boolean throwsBack(List<SinkRecord> batch) {
        try {
            deliver(batch, this::report);
            return false;
        } catch (StoreException e) {
            return true;
        }
    }

    private void deliver(List<SinkRecord> batch, ErrantRecordReporter reporter) {
        new Delivery(new EntryDecoder(SinkTopics.defaults()), store, reporter).deliver(batch);
    }

    private Future<Void> report(SinkRecord record, Throwable cause) {
        reported.add(record.originalKafkaOffset());
        return CompletableFuture.completedFuture(null);
    }
}
