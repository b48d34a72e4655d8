package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.jobs.export.ExportReport;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** Prints the result of an export. */
final class ExportAnswer {
    /** Everything that exists was exported, but something is missing. */
    private static final int INCOMPLETE = 3;

    private final CommandLine command;
    private final JsonOption json;

    ExportAnswer(CommandLine command, JsonOption json) {
        this.command = command;
        this.json = json;
    }

    /**
     * Prints a report, and returns the exit code.
     *
     * @param output where the files are; empty if standard output holds them
     */
    int print(ExportReport report, Optional<String> output) {
        if (output.isPresent() && json.wanted()) {
            json.print(command.getOut(), report);
        } else if (output.isPresent()) {
            command.getOut()
                    .println("exported " + report.sessions() + " sessions with " + report.messages() + " messages and "
                            + report.events() + " other events to " + output.get());
        }
        if (!report.isIncomplete()) {
            return CommandLine.ExitCode.OK;
        }
        PrintWriter err = command.getErr();
        report.differences().forEach(err::println);
        report.unreadable().forEach(sentence -> err.println("multichat: not read: " + sentence));
        if (report.differing() > 0) {
            err.println("multichat: " + report.differing()
                    + " sessions are incomplete: the archive does not hold all of their" + " messages"
                    + (report.unreadable().isEmpty() ? " yet; export again after archive.commit.interval" : ""));
        }
        return INCOMPLETE;
    }
}
