package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Size;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the amount of work to measure. */
final class SizeOptions {
    private static final Size NORMAL = new Size(1_000_000, 3, 1, 60, 100_000, 200_000, 1_000_000, 1);
    private static final Size QUICK = new Size(20_000, 1, 1, 3, 2_000, 12_000, 20_000, 1);
    private static final int FULL_STATE = 1_000_000;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "Number of messages of a backlog, and of a job whose memory is watched (default: 1000000).")
    private Optional<Long> messages = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N", description = "Number of rounds of each competitor (default: 3).")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--growth-rounds",
            paramLabel = "N",
            description = "Number of rounds of each growth step (default: 1).")
    private Optional<Integer> growthRounds = Optional.empty();

    @Option(names = "--seconds", paramLabel = "N", description = "Seconds of live traffic (default: 60).")
    private Optional<Integer> seconds = Optional.empty();

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "Number of sessions in the restored state, with ten messages each (default: 100000).")
    private Optional<Integer> sessions = Optional.empty();

    @Option(names = "--full-state", description = "One million such sessions; needs 20 GB of disk and 20 more minutes.")
    private boolean fullState;

    @Option(
            names = "--sink-records",
            paramLabel = "N",
            description = "Number of records of a run of a sink, and of messages of a timed job (default: 200000).")
    private Optional<Long> sinkRecords = Optional.empty();

    @Option(
            names = "--dev-messages",
            paramLabel = "N",
            description = "Number of messages published to the whole pipeline (default: 1000000).")
    private Optional<Long> devMessages = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the generated traffic (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--quick", description = "Tiny sizes that only check that everything works.")
    private boolean quick;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean isQuick() {
        return quick;
    }

    /** @throws ParameterException if there would be nothing to measure */
    Size size() {
        Size base = quick ? QUICK : NORMAL;
        return new Size(
                positive("--messages", messages.orElse(base.messages())),
                (int) positive("--rounds", rounds.orElse(base.rounds())),
                (int) positive("--growth-rounds", growthRounds.orElse(base.growthRounds())),
                (int) positive("--seconds", seconds.orElse(base.seconds())),
                (int) positive("--sessions", sessions.orElse(fullState ? FULL_STATE : base.sessions())),
                positive("--sink-records", sinkRecords.orElse(base.sinkRecords())),
                positive("--dev-messages", devMessages.orElse(base.devMessages())),
                seed.orElse(base.seed()));
    }

    private long positive(String option, long value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + "; it must be at least 1");
        }
        return value;
    }
}
