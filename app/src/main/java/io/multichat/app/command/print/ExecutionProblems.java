package io.multichat.app.command.print;

import io.multichat.app.command.option.UsageException;
import io.multichat.app.settings.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Answers a command that failed: one line, and the stack trace only when it was asked for. */
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
