package io.multichat.app.command.backup;

import io.multichat.jobs.backup.BackupReport;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what was copied, for people. */
record BackupText(PrintWriter out) {
    void print(BackupReport report) {
        report.stores().forEach((store, copied) -> {
            out.println(
                    String.format(Locale.ROOT, "%-8s  files: %,d, bytes: %,d", store, copied.files(), copied.bytes()));
            copied.positions()
                    .forEach((partition, offset) -> out.println("          " + partition + " up to " + offset));
        });
    }
}
