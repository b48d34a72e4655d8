package io.multichat.app.command.verify;

import io.multichat.app.command.print.Printable;
import io.multichat.jobs.erase.ErasedReport;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the result of checking a receipt for people. */
record ErasedText(PrintWriter out) {
    private static final String ROW = "%-12s  %12s%n";

    void print(ErasedReport report) {
        boolean valid = report.signature().equals(ErasedReport.VALID);
        out.println("Receipt " + Printable.line(report.erasure()) + ": signature "
                + (valid ? "valid" : "NOT VALID, " + report.signature()));
        out.println("Signed with the key " + Printable.line(report.fingerprint())
                + (report.ownKey() ? ", that of this installation" : ", not that of this installation"));
        out.println();
        out.printf(Locale.ROOT, ROW, "STORE", "LEFT");
        report.stores().forEach((store, left) -> out.printf(Locale.ROOT, ROW, store, left.total()));
        out.println();
        if (report.texts() > 0) {
            out.println("Searched all files for " + report.texts() + " texts: "
                    + (report.found().isEmpty()
                            ? "not found"
                            : "found in " + report.found().size() + " places"));
        }
        report.found()
                .forEach(found -> out.println("  " + Printable.line(found.file()) + "  text " + found.text() + ", "
                        + found.occurrences() + " times"));
        out.println();
        out.println("Not searched:");
        report.notSearched().forEach(each -> out.println("  " + Printable.line(each)));
        out.flush();
    }
}
