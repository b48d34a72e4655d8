package io.multichat.app;

import io.multichat.app.command.CommandRun;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Entry point; the only place that ends the process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Kafka formats the names of its files with the default locale, and would not find them again.
        Locale.setDefault(Locale.ROOT);
        // UTF-8 in every locale, because chat may contain any Unicode text.
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = new CommandRun(out, err, System.getenv()).execute(args);
        err.flush();
        out.flush();
        System.exit(exitCode);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
