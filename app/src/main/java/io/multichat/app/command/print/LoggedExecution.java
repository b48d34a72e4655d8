package io.multichat.app.command.print;

import java.util.Set;
import picocli.CommandLine;

/**
 * Sets the log level before the first logger is created. Long-running commands log warnings; the others log nothing, since
 * Kafka's clients log every attempt to connect.
 */
public final class LoggedExecution implements CommandLine.IExecutionStrategy {
    /** Read by {@code logback.xml}. */
    private static final String LEVEL = "multichat.log";

    private static final Set<String> LONG_RUNNING = Set.of("dev", "serve");

    private final CommandLine.IExecutionStrategy strategy;

    public LoggedExecution(CommandLine.IExecutionStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public int execute(CommandLine.ParseResult arguments) {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, level(arguments));
        }
        return strategy.execute(arguments);
    }

    static boolean verbose(CommandLine.ParseResult arguments) {
        return arguments.hasMatchedOption("--verbose")
                || (arguments.hasSubcommand() && verbose(arguments.subcommand()));
    }

    private static String level(CommandLine.ParseResult arguments) {
        if (verbose(arguments)) {
            return "INFO";
        }
        boolean runsLong = arguments.hasSubcommand()
                && LONG_RUNNING.contains(arguments.subcommand().commandSpec().name());
        return runsLong ? "WARN" : "OFF";
    }
}
