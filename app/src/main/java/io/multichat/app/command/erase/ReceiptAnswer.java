package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.JsonOption;
import io.multichat.jobs.erase.ErasureReceipt;
import java.io.PrintWriter;

/**
 * Prints receipts.
 *
 * @param out where
 * @param json whether as JSON
 */
record ReceiptAnswer(PrintWriter out, JsonOption json) {
    private static final int INCOMPLETE = 3;

    /** @return the exit code: 3 if something is on hold, was refused or is left */
    int print(ObjectNode receipt) {
        if (json.wanted()) {
            json.print(out, receipt);
        } else {
            new ReceiptText(out).print(receipt);
        }
        return ErasureReceipt.isComplete(receipt) ? 0 : INCOMPLETE;
    }
}
