package io.multichat.server.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.multichat.server.progress.ProgressReport;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.request.Parameters;
import io.multichat.server.state.Accounting;
import io.multichat.server.state.ProgressJson;

/** The outcome of all records that the topology read. */
public final class AccountingResource {
    private final Accounting accounting;

    public AccountingResource(Accounting accounting) {
        this.accounting = accounting;
    }

    /**
     * {@code GET /v1/accounting}: for each source partition, over all instances, the numbers of accepted events, duplicates, dead
     * letters, and edits and deletes waiting for their message; and the time of the oldest change not announced yet
     * ({@code oldestUnannounced}, in milliseconds by the clock of {@code now}, or null). Another instance gets the progress of this
     * one alone.
     */
    public void accounts(Context context, Parameters none) {
        if (ForwardedQuestion.is(context)) {
            ForwardedQuestion.answer(
                    context,
                    () -> ForwardedQuestion.send(context, JsonReply.bytes(ProgressJson.encode(accounting.here())), 0));
            return;
        }
        ProgressReport report = accounting.report();
        ObjectNode body = JsonReply.object();
        body.put("now", report.now());
        report.oldestUnannounced()
                .ifPresentOrElse(
                        since -> body.put("oldestUnannounced", since), () -> body.putNull("oldestUnannounced"));
        ArrayNode partitions = body.putArray("partitions");
        report.accounts().forEach((partition, counts) -> partitions.add(ProgressJson.counts(partition, counts)));
        JsonReply.send(context, body);
    }
}
