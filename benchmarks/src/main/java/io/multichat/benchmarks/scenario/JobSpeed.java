package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.job.ExportRounds;
import io.multichat.benchmarks.job.ImportRounds;
import io.multichat.benchmarks.job.JobResult;
import io.multichat.benchmarks.job.JobResult.OfFormat;
import io.multichat.benchmarks.job.JobSize;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Section;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The speed of imports and exports in every format, and whether their memory depends on the amount. */
final class JobSpeed implements Scenario {
    private static final String METHOD = """
            Imports: %s messages of one channel, the same in every format, from a file into Kafka until it has acknowledged all of them; one \
            reader, without waiting for the topology. Plain producing sends the lines of the JSON Lines file as they are, with the same settings of \
            the producer. Exports: an archive of as many messages in 100 sessions to a folder; MB are those of the decompressed transcript, \
            for every format. Decompress and copy writes the decompressed segments to one file. All run in this process, in turns, after a round \
            for the compiler; medians of %d rounds. A job that does not have every message fails the run.

            Heap: the most that was in use after a garbage collection, of which there is one every 50 ms, while %s messages (a single session, in \
            an export) are imported or exported, and while %s are. It includes everything else in this process.""";

    private static final long FEW = 10_000;
    private static final double FOREIGN = 0.8;
    private static final double EXPORT = 0.5;
    private static final double GROWTH = 1.5;
    private static final double MOST_MIB = 256;

    @Override
    public Section run(Bench bench) {
        Size size = bench.size();
        JobSize jobs = new JobSize(
                size.sinkRecords(), size.rounds(), Math.min(FEW, size.messages()), size.messages(), size.seed());
        JobResult imports = ImportRounds.run(bench.workspace().folder("imports"), bench.cluster(), jobs, bench::say);
        JobResult exports = ExportRounds.run(bench.workspace().folder("exports"), jobs, bench::say);
        return new Section("Imports and exports")
                .paragraph(String.format(
                        Locale.ROOT,
                        METHOD,
                        Figures.count(jobs.messages()),
                        jobs.rounds(),
                        Figures.count(jobs.few()),
                        Figures.count(jobs.many())))
                .table(table("import", "lines/s", "plain producing", imports, jobs))
                .table(table("export", "MB/s", "decompress and copy", exports, jobs))
                .targets(targets(imports, exports));
    }

    private static Table table(String job, String unit, String baseline, JobResult result, JobSize size) {
        Table table = new Table(
                job,
                unit,
                "× jsonl",
                "× " + baseline,
                "heap, " + Figures.count(size.few()),
                "heap, " + Figures.count(size.many()));
        table.row(
                baseline,
                Figures.count(result.baseline()),
                ratio(result.baseline() / result.jsonLines()),
                "1.00 ×",
                "–",
                "–");
        for (OfFormat format : result.formats()) {
            table.row(
                    format.format(),
                    Figures.count(format.perSecond()),
                    ratio(format.perSecond() / result.jsonLines()),
                    ratio(format.perSecond() / result.baseline()),
                    Figures.count(format.smallMib()) + " MiB",
                    Figures.count(format.largeMib()) + " MiB");
        }
        return table;
    }

    private static List<Target> targets(JobResult imports, JobResult exports) {
        List<Target> targets = new ArrayList<>();
        imports.formats().stream()
                .skip(1)
                .forEach(format -> targets.add(Target.atLeast(
                        "import of " + format.format() + " relative to jsonl",
                        format.perSecond() / imports.jsonLines(),
                        FOREIGN,
                        "×")));
        targets.add(Target.atLeast(
                "export of jsonl relative to decompress and copy",
                exports.jsonLines() / exports.baseline(),
                EXPORT,
                "×"));
        targets.add(
                Target.atMost("heap of an import, many messages relative to few", worstGrowth(imports), GROWTH, "×"));
        targets.add(
                Target.atMost("heap of an export, many messages relative to few", worstGrowth(exports), GROWTH, "×"));
        double most =
                exports.formats().stream().mapToDouble(OfFormat::largeMib).max().orElseThrow();
        targets.add(Target.atMost("heap of an export of one large session", most, MOST_MIB, "MiB"));
        return targets;
    }

    private static double worstGrowth(JobResult result) {
        return result.formats().stream().mapToDouble(OfFormat::growth).max().orElseThrow();
    }

    private static String ratio(double value) {
        return Figures.decimal(value) + " ×";
    }
}
