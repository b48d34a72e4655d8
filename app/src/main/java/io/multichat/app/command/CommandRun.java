package io.multichat.app.command;

import io.multichat.app.command.convert.WholeNumberConverter;
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
     * @param out receives the output of the command
     * @param err receives errors and progress
     * @param environment environment variables, which may hold settings
     */
    public CommandRun(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Parses the arguments and runs the command. Never throws: an error is one line on {@code err}; {@code -v} adds the stack
     * trace.
     *
     * @return 0 success, 1 failure, 2 usage error, 3 an import of which some events are not valid, or after which a store is incomplete
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
        line.registerConverter(int.class, new WholeNumberConverter());
        line.setParameterExceptionHandler(new UsageProblems());
        line.setExecutionExceptionHandler(new ExecutionProblems());
        line.setExecutionStrategy(new LoggedExecution(line.getExecutionStrategy()));
        return line;
    }
}
