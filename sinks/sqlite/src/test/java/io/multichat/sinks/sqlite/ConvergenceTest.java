package io.multichat.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.EntryDecoder;
import io.multichat.sinks.core.SinkTopics;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.connect.sink.SinkRecord;

class ConvergenceTest {
    private static final List<String> TEXTS = List.of("alpha", "beta", "gamma");

    @Property(tries = 150)
    void anyOrderRepetitionAndBatchingGivesTheRowsThatFollowFromTheSetOfRecords(
            @ForAll @Size(max = 30) List<@From("records") SinkRecord> records,
            @ForAll @IntRange(min = 1, max = 10) int batch) {
        EntryDecoder decoder = new EntryDecoder(SinkTopics.defaults());
        PlainModel model = new PlainModel(records.stream().map(decoder::decode).toList());
        try (StoreFile file = new StoreFile();
                RunningTask task = RunningTask.on(file.path())) {
            for (int from = 0; from < records.size(); from += batch) {
                task.put(records.subList(from, Math.min(records.size(), from + batch)));
            }

            assertThat(task.context.reported).isEmpty();
            assertThat(file.rows(PlainModel.MESSAGES)).isEqualTo(model.messages());
            assertThat(file.rows(PlainModel.REVISIONS)).isEqualTo(model.revisions());
            assertThat(file.rows(PlainModel.SESSIONS)).isEqualTo(model.sessions());
            for (String text : TEXTS) {
                assertThat(file.rows(String.format(PlainModel.FOUND, text))).isEqualTo(model.showing(text));
            }
        }
    }

    @Provide
    Arbitrary<SinkRecord> records() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "c");
        Arbitrary<String> texts = Arbitraries.of(TEXTS);
        Arbitrary<Long> offsets = Arbitraries.longs().between(0, 3);
        Arbitrary<Long> times = Arbitraries.longs().between(10, 12);
        return Arbitraries.oneOf(
                Combinators.combine(offsets, ids, times, texts).as(Chat::created),
                Combinators.combine(offsets, ids, times, times, texts).as(Chat::edited),
                Combinators.combine(offsets, ids, times, times).as(Chat::deleted),
                Combinators.combine(offsets, times, times).as(ConvergenceTest::snapshot));
    }

    private static SinkRecord snapshot(long offset, long startedAt, long version) {
        return Snapshots.record(
                offset,
                Snapshots.session(
                        Snapshots.id(startedAt),
                        SessionStatus.OPEN,
                        new SessionSnapshot.Span(startedAt, startedAt + version),
                        version * 2,
                        version));
    }
}
