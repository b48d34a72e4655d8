package io.multichat.server.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Accounting;
import io.multichat.topology.state.ledger.RecordCounts;
import org.apache.kafka.common.TopicPartition;

/** The outcome of all records that this instance read. */
public final class AccountingResource {
    private final Accounting accounting;

    public AccountingResource(Accounting accounting) {
        this.accounting = accounting;
    }

    /**
     * {@code GET /v1/accounting}: for each source partition, the numbers of accepted events, duplicates, dead letters, and
     * edits and deletes waiting for their message; and the time of the oldest change not announced yet
     * ({@code oldestUnannounced}, in milliseconds by the clock of {@code now}, or null).
     */
    public void accounts(Context context, Parameters none) {
        Accounting.Report report = accounting.report();
        ObjectNode body = JsonReply.object();
        body.put("now", report.now());
        report.oldestUnannounced()
                .ifPresentOrElse(
                        since -> body.put("oldestUnannounced", since), () -> body.putNull("oldestUnannounced"));
        ArrayNode partitions = body.putArray("partitions");
        report.accounts().forEach((partition, account) -> partitions.add(toJson(partition, account)));
        JsonReply.send(context, body);
    }

    private static ObjectNode toJson(TopicPartition partition, RecordCounts account) {
        return JsonReply.object()
                .put("topic", partition.topic())
                .put("partition", partition.partition())
                .put("nextOffset", account.nextOffset())
                .put("accepted", account.accepted())
                .put("duplicates", account.duplicates())
                .put("deadLetters", account.deadLetters())
                .put("waiting", account.waiting())
                .put("sentHome", account.sentHome());
    }
}
