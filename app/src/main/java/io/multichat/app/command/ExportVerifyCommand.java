package io.multichat.app.command;

import io.multichat.app.command.option.CommonOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.Printable;
import io.multichat.jobs.export.delivery.VerifyReport;
import io.multichat.jobs.export.delivery.VerifyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Check that a folder holds exactly the files that an export delivered, unchanged."
                + " The exit code is 3 when something is missing, changed or added.")
final class ExportVerifyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;

    @Mixin
    private CommonOptions common;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "DIR", description = "Output folder of the export.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        VerifyReport report = new VerifyRun(folder).run();
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), report);
        } else {
            report.problems().stream()
                    .map(Printable::line)
                    .forEach(spec.commandLine().getErr()::println);
            spec.commandLine()
                    .getOut()
                    .println((report.problems().isEmpty() ? "complete and unchanged: " : "different: ") + report.files()
                            + " files of " + report.bytes() + " bytes, manifest SHA-256 " + report.manifestSha256());
        }
        return report.problems().isEmpty() ? CommandLine.ExitCode.OK : DIFFERENT;
    }
}
