package io.multichat.app;

import io.multichat.app.command.CommandRun;
import io.multichat.app.command.print.CheckedOutput;
import io.multichat.app.embedded.broker.EmbeddedBroker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.utils.internals.Exit;
import picocli.CommandLine;

/** Entry point; the only place that ends the process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Kafka formats the names of its files with the default locale, and would not find them again.
        Locale.setDefault(Locale.ROOT);
        Exit.setHaltProcedure((status, message) -> {
            EmbeddedBroker.beforeHalt();
            Runtime.getRuntime().halt(status);
        });
        CheckedOutput output = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
        // UTF-8 in every locale, because chat may contain any Unicode text.
        PrintWriter out = writer(output);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int exitCode = new CommandRun(out, err, System.getenv()).execute(args);
        out.flush();
        Optional<IOException> failure = output.failure();
        if (failure.isPresent()) {
            exitCode = exitCode(failure.get(), exitCode, err);
        }
        err.flush();
        System.exit(exitCode);
    }

    /** Output that is lost is a failure, although the command itself may have succeeded. */
    private static int exitCode(IOException failure, int ofCommand, PrintWriter err) {
        if (CheckedOutput.isClosedPipe(failure)) {
            return CheckedOutput.CLOSED_PIPE;
        }
        err.println("multichat: standard output cannot be written: " + failure.getMessage());
        return ofCommand == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : ofCommand;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
