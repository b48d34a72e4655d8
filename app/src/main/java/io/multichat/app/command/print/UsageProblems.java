package io.multichat.app.command.print;

import picocli.CommandLine;

/** Prints the error of a wrong command line on one line, with a pointer to the help. */
public final class UsageProblems implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String hint = suggestion(problem);
        command.getErr()
                .println("multichat: " + ProblemText.oneLine(problem.getMessage()) + hint + " (see " + name
                        + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static String suggestion(CommandLine.ParameterException problem) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(word -> "; did you mean " + word + "?")
                    .orElse("");
        }
        return "";
    }
}
