package io.multichat.app.command.doctor;

import io.multichat.app.command.print.Printable;
import io.multichat.jobs.doctor.DoctorReport;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the result of {@code doctor} for people. */
record DoctorText(PrintWriter out) {
    void print(DoctorReport report) {
        report.examined()
                .forEach((check, count) -> out.println(
                        String.format(Locale.ROOT, "%-16s %s", check, count == 0 ? "ok" : count + " found")));
        out.println();
        if (report.findings().isEmpty()) {
            out.println("nothing found");
            return;
        }
        report.findings().forEach(found -> {
            out.println(found.severity() + "  " + found.check() + ": " + Printable.line(found.problem()));
            out.println("  fix: " + Printable.line(found.fix()));
        });
    }
}
