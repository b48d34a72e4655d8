package io.multichat.app.command.print;

import io.multichat.app.command.option.UsageException;
import io.multichat.app.embedded.DiskSpace;
import io.multichat.app.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** Prints the error of a failed command on one line; {@code --verbose} adds the stack trace. */
public final class ExecutionProblems implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        command.getOut().flush();
        String text = ProblemText.of(problem);
        err.println("multichat: " + text);
        fullDisk(command).filter(full -> !text.contains(full)).ifPresent(full -> err.println("multichat: " + full));
        if (LoggedExecution.verbose(arguments)) {
            problem.printStackTrace(err);
        }
        boolean usage = problem instanceof SettingsException || problem instanceof UsageException;
        return usage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    /** Whatever a command meets while the disk of its data directory is full, this is probably the cause. */
    private static Optional<String> fullDisk(CommandLine command) {
        return Optional.ofNullable(command.getCommandSpec().findOption("--data-dir"))
                .map(option -> option.<Path>getValue())
                .flatMap(folder -> new DiskSpace(folder.toAbsolutePath().normalize()).problem());
    }
}
