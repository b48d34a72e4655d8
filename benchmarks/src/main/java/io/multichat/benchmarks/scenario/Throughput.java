package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.flink.FlinkMain;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.load.ZipfPopularity;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import io.multichat.benchmarks.round.Input;
import io.multichat.benchmarks.round.Round;
import io.multichat.benchmarks.round.RoundResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The speed of one stream thread on a backlog, compared with Flink and with what Kafka Streams itself offers. */
final class Throughput implements Scenario {
    private static final String METHOD = """
            %s messages of %s bytes on average in %s conversations (Zipf) over a day of chat, 2 %% of them late, 1 %% sent \
            twice; read from a topic that holds them all. Each competitor runs in a fresh process. Medians of %d rounds in turns.""";

    private static final String FLINK = """
            Flink does Multichat's work for these messages in one job of parallelism 1: the same decoder, exact deduplication by \
            the same identities, the same sessions whatever the order, and the same records in the same topics, written exactly \
            once. It takes a checkpoint every %s s; Kafka Streams commits every %s s. Its state does not go through Kafka, so only \
            its outputs count as written.""";

    private static final int CONVERSATIONS = 10_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(1);
    private static final double SPEED_OF_FLINK = 1;
    private static final double CPU_OF_FLINK = 0.8;
    private static final double CPU_OF_DSL = 0.25;
    private static final double CPU_OF_FORWARD = 2.5;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        Round rounds = bench.rounds();
        Load.Timing timing = new Load.Timing(START, SPAN.dividedBy(size.messages()), Duration.ofMinutes(30));
        Input input = rounds.preload(
                "throughput", new Load(size.messages(), new ZipfPopularity(CONVERSATIONS), timing, size.seed()));
        Map<Competitor, List<RoundResult>> results = new EnumMap<>(Competitor.class);
        for (int round = 1; round <= size.rounds(); round++) {
            for (Competitor competitor : Competitor.values()) {
                RoundResult result = rounds.backlog(competitor, input);
                results.computeIfAbsent(competitor, any -> new ArrayList<>()).add(result);
                bench.say("round " + round + ", " + competitor.title(), result);
            }
        }
        bench.cluster().topics().deleteInputs();
        return section(input, results);
    }

    private static Section section(Input input, Map<Competitor, List<RoundResult>> results) {
        Section section = new Section("Throughput of one stream thread")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(input.volume().records()),
                        Figures.count(input.volume().meanBytes()),
                        Figures.count(input.volume().conversations()),
                        results.get(Competitor.DSL).size()))
                .paragraph(String.format(
                        Locale.ROOT,
                        FLINK,
                        seconds(FlinkMain.CHECKPOINT_INTERVAL),
                        seconds(results.get(Competitor.MULTICHAT)
                                .get(0)
                                .assignment()
                                .commitInterval())));
        section.table(speeds(results));
        section.table(writes(results));
        return section.targets(targets(results));
    }

    private static Table speeds(Map<Competitor, List<RoundResult>> results) {
        Table table = new Table(
                "", "messages/s", "of all rounds", "second half", "CPU-s per million", "second half", "worker threads");
        results.forEach((competitor, rounds) -> table.row(
                competitor.title(),
                Figures.count(Figures.median(rounds, RoundResult::perSecond)),
                Figures.range(rounds, RoundResult::perSecond),
                Figures.count(Figures.median(rounds, RoundResult::perSecondWarm)),
                Figures.decimal(Figures.median(rounds, RoundResult::cpuPerMillion)),
                Figures.decimal(Figures.median(rounds, RoundResult::cpuPerMillionWarm)),
                Figures.decimal(Figures.median(rounds, RoundResult::workerCpuPerMillion))));
        return table;
    }

    private static Table writes(Map<Competitor, List<RoundResult>> results) {
        Table table = new Table("", "bytes written per message", "per byte of event");
        results.forEach((competitor, rounds) -> table.row(
                competitor.title(),
                Figures.count(Figures.median(rounds, RoundResult::bytesPerMessage)),
                Figures.decimal(Figures.median(rounds, RoundResult::amplification))));
        return table;
    }

    /** All of them for the second half, when the processes are warm. */
    private static List<Target> targets(Map<Competitor, List<RoundResult>> results) {
        return List.of(
                Target.atLeast(
                        "messages/s in the second half, relative to Flink with heap state",
                        ratio(results, Competitor.FLINK_HEAP, RoundResult::perSecondWarm),
                        SPEED_OF_FLINK,
                        "×"),
                cpu("Flink with heap state", results, Competitor.FLINK_HEAP, CPU_OF_FLINK),
                cpu("the DSL session window", results, Competitor.DSL, CPU_OF_DSL),
                cpu("parse and forward", results, Competitor.FORWARD, CPU_OF_FORWARD));
    }

    private static Target cpu(String name, Map<Competitor, List<RoundResult>> results, Competitor other, double bound) {
        return Target.atMost(
                "CPU per message in the second half, relative to " + name,
                ratio(results, other, RoundResult::cpuPerMillionWarm),
                bound,
                "×");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** The ratio of medians: Multichat to another competitor. */
    private static double ratio(
            Map<Competitor, List<RoundResult>> results, Competitor other, ToDoubleFunction<RoundResult> figure) {
        return Figures.median(results.get(Competitor.MULTICHAT), figure) / Figures.median(results.get(other), figure);
    }
}
