package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.events.text.Rfc3339;
import io.multichat.jobs.imports.dryrun.DryRunReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine;

/** Prints the result of {@code import --dry-run}. */
final class DryRunAnswer {
    /** Some parts of the files were refused. */
    private static final int PARTLY = 3;

    private final CommandLine command;
    private final JsonOption json;

    DryRunAnswer(CommandLine command, JsonOption json) {
        this.command = command;
        this.json = json;
    }

    /** @return the exit code: 0 when everything would be imported, 3 when something was refused */
    int print(DryRunReport report) {
        ReadingAnswer reading = new ReadingAnswer(report.reading());
        if (json.wanted()) {
            json.print(command.getOut(), fields(report, reading));
        } else {
            reading.print(command.getErr());
            command.getOut().println(text(report, reading));
        }
        return report.reading().refused() == 0 ? CommandLine.ExitCode.OK : PARTLY;
    }

    private static String text(DryRunReport report, ReadingAnswer reading) {
        String span = report.first().isEmpty() ? "" : "; " + time(report.first()) + " to " + time(report.last());
        return reading.formats() + ": messages " + report.messages() + ", system lines " + report.system()
                + ", senders "
                + report.senders() + ", conversations " + report.conversations() + ", refused "
                + report.reading().refused() + span;
    }

    private static Map<String, Object> fields(DryRunReport report, ReadingAnswer reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", reading.formats());
        fields.put("messages", report.messages());
        fields.put("system", report.system());
        fields.put("senders", report.senders());
        fields.put("first", time(report.first()));
        fields.put("last", time(report.last()));
        fields.put("conversations", report.conversations());
        fields.put("assumed", report.reading().assumed());
        fields.put("refused", reading.refused());
        return fields;
    }

    /** Null when there is no time, which JSON shows. */
    private static String time(OptionalLong at) {
        return at.isPresent() ? Rfc3339.format(at.getAsLong()) : null;
    }
}
