package io.multichat.app.command.refill;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.Printable;
import io.multichat.app.refill.FilledAnswer;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** Prints the result of a refill. */
final class RefillText {
    private RefillText() {}

    static void print(CommandLine command, JsonOption json, FilledAnswer answer) {
        PrintWriter out = command.getOut();
        if (json.wanted()) {
            json.print(out, answer);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s was given %,d events and %,d versions of sessions from the archive%n",
                Printable.line(answer.store()),
                answer.events(),
                answer.snapshots());
        if (answer.refused() > 0) {
            out.printf(Locale.ROOT, "%,d of them were refused and left out%n", answer.refused());
        }
        answer.lacking()
                .forEach(line -> command.getErr()
                        .println("multichat: " + line + ", and the archive does not hold them, either; only a backup"
                                + " can have them"));
        out.flush();
    }
}
