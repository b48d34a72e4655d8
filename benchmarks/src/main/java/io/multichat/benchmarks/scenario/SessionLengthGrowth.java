package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.load.EvenPopularity;
import io.multichat.benchmarks.load.Load;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.round.Input;
import io.multichat.benchmarks.round.RoundResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The cost of a message as sessions grow longer. */
final class SessionLengthGrowth implements Scenario {
    private static final String METHOD = """
            %s messages in each step, one session per conversation: the longer the sessions, the fewer conversations. Read from a \
            topic that holds them all. Rounds, in turns: %d.""";

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    /** Dense enough that no conversation is ever silent for as long as the gap. */
    private static final Load.Timing TIMING = new Load.Timing(START, Duration.ofMillis(10), Duration.ZERO);

    private static final double BOUND = 1.1;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        Growth growth = new Growth("messages in a session");
        for (int round = 1; round <= size.growthRounds(); round++) {
            for (long length : Growth.steps(size.messages())) {
                Load load = new Load(
                        size.messages(), new EvenPopularity((int) (size.messages() / length)), TIMING, size.seed());
                Input input = bench.rounds().preload("growth", load);
                RoundResult result = bench.rounds().backlog(Competitor.MULTICHAT, input);
                bench.cluster().topics().deleteInputs();
                growth.add(length, result);
                bench.say(String.format(Locale.ROOT, "round %d, sessions of %s", round, Figures.count(length)), result);
            }
        }
        return new Section("Cost of a message as sessions grow")
                .paragraph(String.format(Locale.ROOT, METHOD, Figures.count(size.messages()), size.growthRounds()))
                .table(growth.table())
                .targets(growth.targets(BOUND));
    }
}
