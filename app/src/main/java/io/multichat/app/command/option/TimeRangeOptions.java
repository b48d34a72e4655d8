package io.multichat.app.command.option;

import io.multichat.app.command.convert.TimeConverter;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A range of time; the command decides what must be in it. */
public final class TimeRangeOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Start of the time range, included: 2026-01-31T09:30:00Z or 2026-01-31.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End of the time range, not included.")
    private Instant to;

    /** The first instant of the range; empty when the range has no start. */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** The first instant after the range; empty when the range has no end. */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }
}
