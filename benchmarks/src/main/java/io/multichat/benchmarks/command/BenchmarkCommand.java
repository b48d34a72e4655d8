package io.multichat.benchmarks.command;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.LazyCluster;
import io.multichat.benchmarks.report.Report;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.scenario.Bench;
import io.multichat.benchmarks.scenario.Scenarios;
import io.multichat.benchmarks.scenario.Size;
import io.multichat.benchmarks.scenario.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the benchmarks, prints the figures and writes the report. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the topology, compared with Flink and with what Kafka Streams itself offers; each sink, compared with raw"
                    + " writes to its store; multichat dev as a whole; reading, compared with SQL; and imports and exports, compared with plain copies. Uses its own servers in a temporary folder.",
            "Without options, measures everything in about 50 minutes and replaces docs/benchmarks.md."
        })
public final class BenchmarkCommand implements Callable<Integer> {
    private static final Path FULL_REPORT = Path.of("docs", "benchmarks.md");

    @Option(
            names = "--only",
            split = ",",
            converter = SelectionConverter.class,
            completionCandidates = SelectionConverter.class,
            paramLabel = "NAME",
            description = "Scenarios or groups to measure: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Selection> only = List.of();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Report file (default: docs/benchmarks.md if everything is measured, otherwise none).")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private SizeOptions size;

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command line.
     *
     * @return 0 done, 1 failed, 2 usage error
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new BenchmarkCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, given) -> {
                    err.println(problem.getMessage() + " (see benchmarks/run --help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    explain(problem, err);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Size wanted = size.size();
        Report written =
                new Report(String.join(" ", spec.commandLine().getParseResult().originalArgs()));
        out.println(written.machine());
        try (Workspace workspace = new Workspace()) {
            Thread cleaner = new Thread(workspace::close);
            Runtime.getRuntime().addShutdownHook(cleaner);
            Bench bench = new Bench(workspace.add(new LazyCluster()), workspace, wanted, out);
            for (Scenarios scenario : scenarios()) {
                out.println(scenario);
                Section section = measure(scenario, bench);
                out.println();
                out.println(section.text());
                written.add(section);
            }
        }
        Optional<Path> file = report.or(() -> isFull() ? Optional.of(FULL_REPORT) : Optional.empty());
        if (file.isPresent()) {
            written.writeTo(file.get());
            out.println("Report written to " + file.get());
        }
        return CommandLine.ExitCode.OK;
    }

    /** On any failure, the log of the broker is still available here. */
    private static Section measure(Scenarios scenario, Bench bench) {
        try {
            return scenario.scenario().run(bench);
        } catch (RuntimeException e) {
            bench.progress().println(bench.lazyCluster().brokerLog());
            throw e;
        }
    }

    private static void explain(Exception problem, PrintWriter err) {
        if (problem instanceof BenchmarkException) {
            err.println(problem.getMessage());
        } else {
            problem.printStackTrace(err);
        }
    }

    /** The selected scenarios, in the order of the report. */
    private Set<Scenarios> scenarios() {
        Set<Scenarios> selected = EnumSet.noneOf(Scenarios.class);
        only.forEach(selection -> selected.addAll(selection.scenarios()));
        return only.isEmpty() ? EnumSet.allOf(Scenarios.class) : selected;
    }

    private boolean isFull() {
        return !size.isQuick() && only.isEmpty();
    }
}
