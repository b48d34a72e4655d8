package io.multichat.app.command.print;

import io.multichat.app.command.option.UsageException;
import io.multichat.app.settings.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Prints the error of a failed command on one line; {@code --verbose} adds the stack trace. */
public final class ExecutionProblems implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        command.getOut().flush();
        err.println("multichat: " + ProblemText.of(problem));
        if (LoggedExecution.verbose(arguments)) {
            problem.printStackTrace(err);
        }
        boolean usage = problem instanceof SettingsException || problem instanceof UsageException;
        return usage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
