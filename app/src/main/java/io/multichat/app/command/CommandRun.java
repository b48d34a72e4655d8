package io.multichat.app.command;

import io.multichat.app.command.option.EnvironmentFactory;
import io.multichat.app.command.print.ExecutionProblems;
import io.multichat.app.command.print.LoggedExecution;
import io.multichat.app.command.print.UsageProblems;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;

/** Runs one command line. */
public final class CommandRun {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    /**
     * Prepares a run.
     *
     * @param out takes what a command prints
     * @param err takes problems and progress
     * @param environment where settings may be given
     */
    public CommandRun(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Parses and runs. Never throws: a problem is one line on {@code err}, with a stack trace only behind {@code -v}.
     *
     * @return 0 done, 1 failed, 2 wrong usage
     */
    public int execute(String... args) {
        return line(args).execute(args);
    }

    private CommandLine line(String... args) {
        CommandLine line = new CommandLine(new MultichatCommand(), new EnvironmentFactory(environment));
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOverwrittenOptionsAllowed(true);
        line.setExpandAtFiles(false);
        line.setTrimQuotes(false);
        line.setParameterExceptionHandler(new UsageProblems());
        line.setExecutionExceptionHandler(new ExecutionProblems());
        line.setExecutionStrategy(new LoggedExecution(line.getExecutionStrategy()));
        return line;
    }
}
