package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.formats.EventPlace;
import io.multichat.jobs.imports.ImportReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Prints the result of an import. */
final class ImportAnswer {
    /** Some events were refused, others not. */
    private static final int PARTLY = 3;

    private final CommandLine command;
    private final JsonOption json;

    ImportAnswer(CommandLine command, JsonOption json) {
        this.command = command;
        this.json = json;
    }

    /** @return the exit code: 0 when all events are valid, 3 when only some are, 1 when none is */
    int print(ImportReport report) {
        if (json.wanted()) {
            json.print(command.getOut(), fields(report));
        } else {
            command.getOut().println(text(report));
        }
        new ReadingAnswer(report.reading()).print(command.getErr());
        report.outcome()
                .filter(result -> result.sinks().isEmpty())
                .ifPresent(result -> command.getErr()
                        .println("multichat: did not wait for sinks: none has committed an offset here yet"));
        complain(report.refused(), report.refusedPlaces(), "not published because larger than event.max.bytes");
        complain(
                report.invalid(),
                report.invalidPlaces(),
                "not valid or too far in the future, so they become dead letters");
        if (report.flawless()) {
            return CommandLine.ExitCode.OK;
        }
        return report.useful() ? PARTLY : CommandLine.ExitCode.SOFTWARE;
    }

    private void complain(long count, List<EventPlace> first, String problem) {
        if (count > 0) {
            String places = first.stream().map(EventPlace::toString).collect(Collectors.joining(", "));
            String more = count > first.size() ? ", …" : "";
            command.getErr().println("multichat: " + problem + ": " + count + " (" + places + more + ")");
        }
    }

    private static String text(ImportReport report) {
        StringBuilder text = new StringBuilder("read " + report.read());
        if (report.outcome().isPresent()) {
            ImportReport.Result result = report.outcome().get();
            text.append(", accepted ").append(result.accepted());
            text.append(", duplicates ").append(result.duplicates());
            if (result.waiting() > 0) {
                text.append(", waiting for their message ").append(result.waiting());
            }
            text.append(", dead letters ").append(result.deadLetterCount());
            if (result.deadLetterCount() > 0) {
                text.append(result.deadLetters().entrySet().stream()
                        .map(reason -> reason.getKey() + ": " + reason.getValue())
                        .collect(Collectors.joining(", ", " (", ")")));
            }
        } else {
            text.append(", published ").append(report.published());
            if (report.invalid() > 0) {
                text.append(", invalid ").append(report.invalid());
            }
        }
        if (report.resumed() > 0) {
            text.append(", published before the interruption ").append(report.resumed());
        }
        long refused = report.refused() + report.reading().refused();
        if (refused > 0) {
            text.append(", refused ").append(refused);
        }
        double seconds = report.elapsed().toMillis() / 1e3;
        return text.append(String.format(Locale.ROOT, "; %.1f s, %d lines/s", seconds, report.perSecond()))
                .toString();
    }

    private static Map<String, Object> fields(ImportReport report) {
        ReadingAnswer reading = new ReadingAnswer(report.reading());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", reading.formats());
        fields.put("assumed", report.reading().assumed());
        fields.put("unreadable", reading.refused());
        fields.put("read", report.read());
        fields.put("published", report.published());
        fields.put("resumed", report.resumed());
        fields.put("refused", report.refused());
        fields.put("refusedLines", numbers(report.refusedPlaces()));
        fields.put("invalid", report.invalid());
        fields.put("invalidLines", numbers(report.invalidPlaces()));
        report.outcome().ifPresent(result -> {
            fields.put("accepted", result.accepted());
            fields.put("duplicates", result.duplicates());
            fields.put("waiting", result.waiting());
            fields.put("deadLetters", result.deadLetterCount());
            fields.put("deadLetterReasons", result.deadLetters());
            fields.put("sinks", result.sinks());
        });
        fields.put("elapsedMs", report.elapsed().toMillis());
        fields.put("linesPerSecond", report.perSecond());
        return fields;
    }

    private static List<Long> numbers(List<EventPlace> places) {
        return places.stream().map(EventPlace::number).toList();
    }
}
