package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.ConfirmOption;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.erase.Erasures;
import io.multichat.app.erase.PlanJson;
import io.multichat.jobs.erase.ErasureRun;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.reading.erase.EntryCounts;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A new erasure: shows the plan, asks, erases and prints the receipt. */
final class RequestOptions {
    private static final int INCOMPLETE = 3;

    @Mixin
    private ErasureOptions options;

    @Mixin
    private ConfirmOption confirm;

    @Option(
            names = "--dry-run",
            description = "Only print what would be erased, by conversation and store, and the holds that block it.")
    private boolean dryRun;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Reason, which the receipt and the stores keep for ever. It should name nobody.")
    private String reason;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** @return the exit code: 3 if something is on hold, was refused or is left */
    int answer(ErasureRequest request) {
        PrintWriter out = command.commandLine().getOut();
        try (Erasures erasures = options.erasures();
                TerminalProgress progress =
                        TerminalProgress.on(command.commandLine().getErr())) {
            ErasurePlan plan = erasures.planner().plan(request, System.currentTimeMillis());
            if (plan.erasures().isEmpty()) {
                printEmpty(plan, out);
                return 0;
            }
            ErasureRun run = options.run(erasures, progress);
            if (dryRun || !confirm.isGiven()) {
                print(plan, run.counts(plan), out);
            }
            if (dryRun) {
                return plan.held().isEmpty() ? 0 : INCOMPLETE;
            }
            if (plan.isHeld()) {
                command.commandLine()
                        .getErr()
                        .println("multichat: nothing was erased: everything that was found is on hold");
                return INCOMPLETE;
            }
            if (!confirm.isConfirmed("Erase this for ever?", "erase removes what cannot be restored")) {
                command.commandLine().getErr().println("multichat: nothing was erased");
                return 1;
            }
            ObjectNode receipt = run.run(request, plan);
            progress.clear();
            return new ReceiptAnswer(out, options.json()).print(receipt);
        }
    }

    /** JSON is the answer of a dry run only; before a question, the plan is for people. */
    private void print(ErasurePlan plan, Map<String, EntryCounts> counts, PrintWriter out) {
        if (!options.json().wanted()) {
            new PlanText(out).print(plan, counts);
        } else if (dryRun) {
            options.json().print(out, PlanJson.of(plan, counts));
        } else {
            new PlanText(command.commandLine().getErr()).print(plan, counts);
        }
    }

    private void printEmpty(ErasurePlan plan, PrintWriter out) {
        if (options.json().wanted()) {
            options.json().print(out, PlanJson.of(plan, Map.of()));
        } else {
            out.println(
                    plan.deletedBefore().isEmpty()
                            ? "Nothing found to erase."
                            : "Nothing to erase: the sessions are deleted already.");
        }
    }
}
