package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Target;
import io.multichat.benchmarks.sink.MeasuredSink;
import io.multichat.benchmarks.sink.SinkRounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The speed of a sink's task, relative to the fastest way to write to its store. */
final class SinkSpeed implements Scenario {
    private static final String METHOD = """
            The usual run: %s records in batches of 2,000, five messages of 270 bytes with random ids for each snapshot of their \
            session, in 10,000 conversations (Zipf); longer messages are fewer. The sink's own task (open, put, preCommit once a \
            second, close) and a raw writer, which gets decoded records, write in turns in one process, each to an empty store. \
            Timed from the first batch until the store is closed, without preparing batches. %s After every run the contents of \
            the store are counted. Medians of %d rounds; × raw is the median of the ratios of each round, by speed and by CPU \
            (including that of the store's server); more is better.""";

    private final List<MeasuredSink> sinks;

    SinkSpeed(MeasuredSink... sinks) {
        this.sinks = List.of(sinks);
    }

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        Section section = new Section("Speed of sinks: " + sinks.get(0).title())
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(size.sinkRecords()),
                        sinks.get(0).method(),
                        size.rounds()));
        List<Target> targets = new ArrayList<>();
        for (MeasuredSink sink : sinks) {
            Path folder = bench.workspace().folder("sink");
            try (SinkRounds rounds = bench.workspace().add(new SinkRounds(sink, folder, size.seed(), bench::say))) {
                rounds.measure(size.sinkRecords(), size.rounds());
                section.table(rounds.speeds()).table(rounds.cpu());
                targets.add(rounds.target());
            }
        }
        return section.targets(targets);
    }
}
