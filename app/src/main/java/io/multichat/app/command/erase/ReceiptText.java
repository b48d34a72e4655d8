package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.print.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints receipts of erasures for people. */
record ReceiptText(PrintWriter out) {
    private static final String APPLIED = "applied";
    private static final String ROW = "%-9s  %12s  %12s  %5s%n";

    void print(JsonNode receipt) {
        out.println("Erasure " + text(receipt, "erasure") + ", completed " + text(receipt, "completedAt"));
        commands(receipt.path("commands"));
        out.println();
        out.printf(Locale.ROOT, ROW, "STORE", "BEFORE", "LEFT", "FILES");
        receipt.path("stores")
                .properties()
                .forEach(store -> out.printf(
                        Locale.ROOT,
                        ROW,
                        Printable.line(store.getKey()),
                        total(store.getValue().path("before")),
                        total(store.getValue().path("after")),
                        store.getValue().path("files").size()));
        out.println();
        out.println("Topics that may hold it, before the offsets in the receipt:");
        receipt.path("topics")
                .forEach(topic -> out.println("  " + text(topic, "topic") + "  "
                        + (topic.path("heldUntil").isTextual()
                                ? "until " + text(topic, "heldUntil")
                                : "no time retention")
                        + "  (" + text(topic, "contents") + ")"));
        out.println();
        out.println("Not covered:");
        receipt.path("outside").forEach(each -> out.println("  " + Printable.line(each.asText())));
        out.println();
        out.println("Signed with the key " + text(receipt.path("key"), "fingerprint"));
        out.flush();
    }

    private void commands(JsonNode commands) {
        int applied = 0;
        for (JsonNode command : commands) {
            if (command.path("outcome").asText().equals(APPLIED)) {
                applied++;
            } else {
                out.println("not erased: " + text(command, "conversation") + "  " + text(command, "session") + "  "
                        + text(command, "outcome") + "  " + text(command, "detail"));
            }
        }
        out.println(applied + " of " + commands.size() + " commands applied");
    }

    private static String total(JsonNode counts) {
        long total = 0;
        for (JsonNode count : counts) {
            total += count.longValue();
        }
        return String.format(Locale.ROOT, "%,d", total);
    }

    private static String text(JsonNode object, String field) {
        return Printable.line(object.path(field).asText(""));
    }
}
