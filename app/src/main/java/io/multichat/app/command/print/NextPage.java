package io.multichat.app.command.print;

import java.io.PrintWriter;

/** Tells the user how to get the next page. */
public final class NextPage {
    private NextPage() {}

    /** @param cursor null when there is no next page; nothing is printed then */
    public static void announce(PrintWriter err, String cursor) {
        if (cursor != null) {
            err.println("more results: continue with --cursor " + Printable.line(cursor));
        }
    }
}
