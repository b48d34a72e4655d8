package io.multichat.app.command;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * The output of a command that ran in this process.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record CommandOutput(int exitCode, String out, String err) {
    static CommandOutput of(String... arguments) {
        return with(Map.of(), arguments);
    }

    static CommandOutput with(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                new CommandRun(new PrintWriter(out, true), new PrintWriter(err, true), environment).execute(arguments);
        return new CommandOutput(exitCode, out.toString(), err.toString());
    }

    /** @param input what the command reads from standard input */
    static CommandOutput withInput(byte[] input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return of(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
