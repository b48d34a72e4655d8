package io.multichat.app.command.erase;

import io.multichat.app.command.option.UsageException;
import picocli.CommandLine.Option;

/** {@code --rate}: how fast commands are published. */
final class RateOption {
    private static final int MAX_RATE = 100_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Maximum number of commands to publish in a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    /** @throws UsageException if it is out of range */
    int perSecond() {
        if (rate < 1 || rate > MAX_RATE) {
            throw new UsageException("--rate is " + rate + "; it must be from 1 to " + MAX_RATE);
        }
        return rate;
    }
}
