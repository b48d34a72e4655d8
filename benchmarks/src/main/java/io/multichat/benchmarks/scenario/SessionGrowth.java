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

/** Whether a message of a long session costs more than one of a short session. */
final class SessionGrowth implements Scenario {
    private static final String METHOD = """
            %s messages each time, in fewer conversations the longer they are, one session in each; read from a topic that \
            holds them all. Rounds: %d, in turns.""";

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    /** So close that no conversation ever falls silent for as long as the gap. */
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
                bench.say("round %d, sessions of %s".formatted(round, Figures.count(length)), result);
            }
        }
        return new Section("Cost of a message as sessions grow")
                .paragraph(METHOD.formatted(Figures.count(size.messages()), size.growthRounds()))
                .table(growth.table())
                .targets(growth.targets(BOUND));
    }
}
