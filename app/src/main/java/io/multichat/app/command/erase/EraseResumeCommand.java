package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.print.TerminalProgress;
import io.multichat.app.erase.Erasures;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "resume",
        description = {
            "Finish an erasure that was interrupted, and sign its receipt.",
            "Exit code 3 if something is on hold, was refused or is left."
        })
final class EraseResumeCommand implements Callable<Integer> {
    @Mixin
    private ErasureOptions options;

    @Parameters(paramLabel = "ERASURE", description = "Id of the erasure, as `multichat erase list` prints it.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Erasures erasures = options.erasures();
                TerminalProgress progress =
                        TerminalProgress.on(spec.commandLine().getErr())) {
            ObjectNode receipt = options.run(erasures, progress).resume(id);
            progress.clear();
            return new ReceiptAnswer(spec.commandLine().getOut(), options.json()).print(receipt);
        }
    }
}
