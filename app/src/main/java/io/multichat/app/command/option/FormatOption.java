package io.multichat.app.command.option;

import picocli.CommandLine.Option;

/** How files are written. */
public final class FormatOption {
    private static final String JSON_LINES = "jsonl";

    @Option(
            names = "--format",
            defaultValue = JSON_LINES,
            description = "How the file is written; only jsonl: one JSON object a line (default: ${DEFAULT-VALUE}).")
    private String format;

    /** @throws UsageException when it is a format that is not known */
    public void require() {
        if (!format.equals(JSON_LINES)) {
            throw new UsageException("--format is \"" + format + "\"; it must be " + JSON_LINES);
        }
    }
}
