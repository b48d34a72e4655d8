package io.multichat.app.command.erase;

import io.multichat.app.command.convert.DurationConverter;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.erase.Erasures;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.erase.ErasureRun;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The installation on which a command erases, and how. */
final class ErasureOptions {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private RateOption rate;

    @Option(
            names = "--stall-timeout",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "How long to wait without progress before failing (default: ${DEFAULT-VALUE}).")
    private Duration stallTimeout;

    JsonOption json() {
        return json;
    }

    /** Opens the stores. */
    Erasures erasures() {
        Settings settings = settings();
        return Erasures.of(target.stores(settings, false), target.layout(), settings);
    }

    /** The run of an erasure. */
    ErasureRun run(Erasures erasures, TerminalProgress progress) {
        Settings settings = settings();
        return erasures.run(
                target.kafka(settings),
                target.waitFor(settings, stallTimeout),
                rate.perSecond(),
                new ErasureProgressText(progress));
    }

    private Settings settings() {
        return target.joining(options.settings());
    }
}
