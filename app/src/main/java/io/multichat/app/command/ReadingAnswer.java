package io.multichat.app.command;

import io.multichat.formats.Refusal;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.imports.read.ReadingReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints how files were read, for {@code import}. */
final class ReadingAnswer {
    private static final int MAX_PRINTED = 5;

    private final ReadingReport reading;

    ReadingAnswer(ReadingReport reading) {
        this.reading = reading;
    }

    /** Names formats other than JSON Lines, assumptions and refusals, a line each. */
    void print(PrintWriter err) {
        if (!reading.formats().equals(List.of(FormatRegistry.JSON_LINES))) {
            err.println("multichat: read as " + formats());
        }
        reading.assumed().forEach(sentence -> err.println("multichat: assumed: " + sentence));
        if (reading.refused() > 0) {
            List<Refusal> first =
                    reading.firstRefused().stream().limit(MAX_PRINTED).toList();
            first.forEach(
                    refusal -> err.println("multichat: not imported: " + refusal.place() + ": " + refusal.reason()));
            long more = reading.refused() - first.size();
            if (more > 0) {
                err.println("multichat: not imported: " + more + " more; --rejects FILE lists all");
            }
        }
    }

    /** The names of the formats, comma-separated. */
    String formats() {
        return String.join(", ", reading.formats());
    }

    /** The first refusals, in JSON. */
    List<Map<String, Object>> refused() {
        return reading.firstRefused().stream().map(RejectsFile::fields).collect(Collectors.toList());
    }
}
