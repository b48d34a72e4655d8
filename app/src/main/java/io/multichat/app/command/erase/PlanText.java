package io.multichat.app.command.erase;

import io.multichat.app.command.print.ConversationText;
import io.multichat.app.command.print.Printable;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.reading.erase.EntryCounts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints plans of erasures for people. */
record PlanText(PrintWriter out) {
    private static final int SHOWN = 50;
    private static final String ROW = "%9s  %9s  %9s  %s%n";

    /** @param stores what each store holds of the plan */
    void print(ErasurePlan plan, Map<String, EntryCounts> stores) {
        List<PlannedErasure> shown =
                plan.erasures().subList(0, Math.min(SHOWN, plan.erasures().size()));
        heading("CONVERSATION");
        shown.forEach(erasure -> row(erasure.counts(), text(erasure)));
        if (shown.size() < plan.erasures().size()) {
            out.println("and " + (plan.erasures().size() - shown.size()) + " more; --json prints all");
        }
        out.println();
        heading("STORE");
        stores.forEach((store, counts) -> row(counts, store));
        if (!plan.held().isEmpty()) {
            out.println();
            out.println(plan.held().size() + " of " + plan.erasures().size()
                    + " are on hold and stay; `multichat hold list` shows the holds.");
        }
        out.flush();
    }

    private void heading(String last) {
        out.printf(Locale.ROOT, ROW, "MESSAGES", "REVISIONS", "EVENTS", last);
    }

    private void row(EntryCounts counts, String last) {
        out.printf(
                Locale.ROOT, ROW, number(counts.messages()), number(counts.revisions()), number(counts.events()), last);
    }

    private static String text(PlannedErasure erasure) {
        String session =
                erasure.command().session().map(id -> "  session " + id).orElse("");
        String hold =
                erasure.hold().map(id -> "  on hold: " + Printable.line(id)).orElse("");
        return ConversationText.of(erasure.conversation()) + session + hold;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
