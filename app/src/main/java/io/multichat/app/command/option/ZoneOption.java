package io.multichat.app.command.option;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import picocli.CommandLine.Option;

/** {@code --utc}: the time zone of printed times. */
public final class ZoneOption {
    @Option(names = "--utc", description = "Times in UTC (default: in the time zone of this machine).")
    private boolean utc;

    /** The zone: the only place where the result of a command is meant to depend on its user. */
    public ZoneId zone() {
        return utc ? ZoneOffset.UTC : TimeZone.getDefault().toZoneId();
    }
}
