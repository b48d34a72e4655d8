package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.round.Input;
import io.multichat.benchmarks.round.SharedResult;
import io.multichat.benchmarks.round.SharedRound;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The speed of several instances together, and what happens when one of them is killed. */
final class Instances implements Scenario {
    private static final String METHOD = """
            %s messages in a topic of four partitions, read by one, two and three processes of `multichat serve` that share one \
            broker and this machine with its %d cores. Figures are for the second half of the input, when all of them run. In the \
            last row, one instance is killed with `kill -9` after a quarter of the input and started again, with its state, after \
            the half. In every row, each message is in the transcript once, and the sessions are complete.""";

    private static final int CONVERSATIONS = 10_000;
    private static final int MOST = 3;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);

    @Override
    public Section run(Bench bench) {
        long messages = bench.size().messages();
        Load.Timing timing = new Load.Timing(START, SPAN.dividedBy(messages), Duration.ofMinutes(30));
        Input input = bench.rounds()
                .preload(
                        "instances",
                        new Load(
                                messages,
                                new ZipfPopularity(CONVERSATIONS),
                                timing,
                                bench.size().seed()));
        Table table = new Table("instances", "messages/s together", "relative to one", "taken over after");
        SharedResult one = SharedRound.run(bench.cluster(), input, 1, false);
        row(bench, table, one, one);
        for (int instances = 2; instances <= MOST; instances++) {
            row(bench, table, SharedRound.run(bench.cluster(), input, instances, false), one);
        }
        row(bench, table, SharedRound.run(bench.cluster(), input, 2, true), one);
        bench.cluster().topics().deleteInputs();
        return new Section("Several instances")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(input.volume().records()),
                        Runtime.getRuntime().availableProcessors()))
                .table(table);
    }

    private static void row(Bench bench, Table table, SharedResult result, SharedResult one) {
        boolean killed = result.takenOverMillis() > 0;
        String name = result.instances() + (killed ? ", one killed" : "");
        String perSecond = Figures.count(result.perSecond());
        bench.say(name + ": " + perSecond + " messages/s");
        table.row(
                name,
                perSecond,
                Figures.decimal(result.perSecond() / one.perSecond()) + " ×",
                killed ? Figures.seconds(result.takenOverMillis()) : "–");
    }
}
