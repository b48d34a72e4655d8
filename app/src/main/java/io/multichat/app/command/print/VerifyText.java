package io.multichat.app.command.print;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.jobs.verify.Difference;
import io.multichat.jobs.verify.VerifyReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints the result of {@code verify} for people. */
public record VerifyText(PrintWriter out) {
    private static final int SHOWN = 50;

    public void print(VerifyReport report) {
        out.println(
                String.format(Locale.ROOT, "%-12s  %12s  %12s  %12s", "STORE", "EVENTS", "SESSIONS", "DIFFERENCES"));
        report.stores()
                .forEach((store, held) -> out.println(String.format(
                        Locale.ROOT,
                        "%-12s  %,12d  %,12d  %,12d",
                        store,
                        held.events(),
                        held.sessions(),
                        report.byStore().getOrDefault(store, 0L))));
        out.println(String.format(
                Locale.ROOT,
                "%-12s  %12s  %12s  %,12d",
                "gap rule",
                "",
                "",
                report.byStore().getOrDefault("sessions", 0L)));
        report.lagging()
                .forEach((store, lagging) -> out.println(String.format(
                        Locale.ROOT,
                        "%n%s lags: the topics hold %,d messages, sessions and other events that it has not read yet;"
                                + " they are not differences",
                        store,
                        lagging)));
        if (report.changing() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%nstill being written: %,d conversations, which differed in a new way each time; run verify again when less is being"
                            + " written",
                    report.changing()));
        }
        if (report.found() == 0) {
            out.println();
            out.println("no differences");
            return;
        }
        out.println();
        List<Difference> shown = report.differences()
                .subList(0, Math.min(SHOWN, report.differences().size()));
        shown.forEach(difference -> out.println(line(difference)));
        if (report.found() > shown.size()) {
            out.println("and " + (report.found() - shown.size()) + " more; --json prints up to 1,000");
        }
        out.println();
        out.println("What to do:");
        report.repair().forEach(step -> out.println("  " + step));
    }

    private static String line(Difference difference) {
        String place = difference.conversation().isEmpty() ? "" : "  " + name(difference.conversation());
        String id = difference.id().isEmpty() ? "" : "  " + Printable.line(difference.id());
        return difference.store() + place + id + "  " + Printable.line(difference.problem());
    }

    private static String name(String key) {
        try {
            return ConversationText.of(Conversation.ofKey(key));
        } catch (InvalidEventException e) {
            return Printable.line(key);
        }
    }
}
