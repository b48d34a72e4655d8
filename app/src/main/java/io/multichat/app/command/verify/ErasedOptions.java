package io.multichat.app.command.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.erase.Erasures;
import io.multichat.jobs.erase.ErasedCheck;
import io.multichat.jobs.erase.ErasedReport;
import io.multichat.jobs.erase.plan.ErasureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --erased}: the receipt to check, and what the files are searched for. */
final class ErasedOptions {
    @Option(
            names = "--erased",
            paramLabel = "RECEIPT",
            description = "Receipt of an erasure: its id, or a file. Nothing else is verified.")
    private String receipt;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "With --erased: the id of the erased person. The receipt only has its hash; it must match.")
    private String id;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description =
                    "With --erased: a text that was erased, for which the bytes of all files are searched; repeatable.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description =
                    "With --erased: the fingerprint of the key that must have signed the receipt (default: that of this installation).")
    private String fingerprint;

    /** @throws UsageException if only other options of these are given */
    boolean isGiven() {
        if (receipt == null && (id != null || !texts.isEmpty() || fingerprint != null)) {
            throw new UsageException("--id, --text and --key need --erased");
        }
        if (texts.stream().anyMatch(String::isEmpty) || "".equals(id)) {
            throw new UsageException("--id and --text must not be empty");
        }
        return receipt != null;
    }

    ErasedReport check(Erasures erasures) {
        ObjectNode found = erasures.receipts()
                .find(receipt)
                .orElseThrow(() ->
                        new ErasureException("there is no receipt " + receipt + "; `multichat erase list` lists them"));
        return erasures.check()
                .check(found, new ErasedCheck.Known(Optional.ofNullable(id), texts, Optional.ofNullable(fingerprint)));
    }
}
