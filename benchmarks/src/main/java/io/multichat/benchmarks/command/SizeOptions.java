package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Size;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much is measured. */
final class SizeOptions {
    private static final Size NORMAL = new Size(1_000_000, 3, 1, 60, 100_000, 200_000, 1_000_000, 1);
    private static final Size QUICK = new Size(20_000, 1, 1, 3, 2_000, 12_000, 20_000, 1);
    private static final int FULL_STATE = 1_000_000;

    @Option(names = "--messages", paramLabel = "N", description = "Messages of a backlog; default: 1000000.")
    private Optional<Long> messages = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each competitor; default: 3.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(names = "--growth-rounds", paramLabel = "N", description = "Rounds of each step of what grows; default: 1.")
    private Optional<Integer> growthRounds = Optional.empty();

    @Option(names = "--seconds", paramLabel = "N", description = "Seconds of live traffic; default: 60.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "Sessions in the state that is lost, with ten messages each; default: 100000.")
    private Optional<Integer> sessions = Optional.empty();

    @Option(
            names = "--full-state",
            description = "A million of such sessions; needs 20 GB of disk and 20 minutes more.")
    private boolean fullState;

    @Option(
            names = "--sink-records",
            paramLabel = "N",
            description = "Records that a sink is given in a run; default: 200000.")
    private Optional<Long> sinkRecords = Optional.empty();

    @Option(
            names = "--dev-messages",
            paramLabel = "N",
            description = "Messages that are published to the whole pipeline; default: 1000000.")
    private Optional<Long> devMessages = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives other traffic; default: 1.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--quick", description = "So little of everything that it only shows that all of it works.")
    private boolean quick;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean isQuick() {
        return quick;
    }

    /** @throws ParameterException when there would be nothing to measure */
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
