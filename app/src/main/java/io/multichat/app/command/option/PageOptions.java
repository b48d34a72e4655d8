package io.multichat.app.command.option;

import picocli.CommandLine.Option;

/** One page of a list. */
public final class PageOptions {
    @Option(
            names = "--limit",
            defaultValue = "50",
            description = "Maximum number of results (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--cursor", description = "Continue from a previous cursor.")
    private String cursor;

    /** The page size as a request parameter. */
    public String limit() {
        return Integer.toString(limit);
    }

    /** The cursor as a request parameter; null for the first page. */
    public String cursor() {
        return cursor;
    }
}
