package io.multichat.app.command.erase;

import io.multichat.app.command.option.CommonOptions;
import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = {"Print a receipt.", "Exit code 3 if something was on hold, was refused or was left."})
final class EraseShowCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "RECEIPT", description = "Id of the erasure, or the file of a receipt.")
    private String receipt;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReceiptFolder folder = new ReceiptFolder(dataDir.path());
        return new ReceiptAnswer(spec.commandLine().getOut(), json)
                .print(folder.find(receipt)
                        .orElseThrow(() -> new ErasureException(
                                "there is no receipt " + receipt + "; `multichat erase list` lists them")));
    }
}
