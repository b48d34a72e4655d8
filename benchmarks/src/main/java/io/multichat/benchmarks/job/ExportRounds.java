package io.multichat.benchmarks.job;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.child.FileTree;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.sink.ArchivedSessions;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.DeliveryRequest;
import io.multichat.jobs.export.DeliveryRun;
import io.multichat.jobs.export.ExportFormats;
import io.multichat.jobs.export.ExportReport;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.stage.ExportSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Exports of the same archive in every format, in turns. Used by one thread. */
public final class ExportRounds {
    private static final List<String> FORMATS =
            List.of("jsonl", "json", "csv", "markdown", "html", "slack", "discord", "mattermost");
    private static final String COPY = "decompress and copy";
    private static final int SESSIONS = 100;
    private static final double MB = 1e6;

    private final Path folder;
    private final JobSize size;
    private final Consumer<String> progress;

    private ExportRounds(Path folder, JobSize size, Consumer<String> progress) {
        this.folder = folder;
        this.size = size;
        this.progress = progress;
    }

    /**
     * Measures the speed of all formats, then their memory with a single session.
     *
     * @param folder an empty folder for archives and exports
     * @throws BenchmarkException if an export does not have every message
     */
    public static JobResult run(Path folder, JobSize size, Consumer<String> progress) {
        ExportRounds rounds = new ExportRounds(folder, size, progress);
        Map<String, List<Double>> speeds = rounds.speeds();
        Map<String, Double> small = rounds.heaps(size.few());
        Map<String, Double> large = rounds.heaps(size.many());
        List<JobResult.OfFormat> formats = new ArrayList<>();
        for (String format : FORMATS) {
            double perSecond = Figures.median(speeds.get(format), speed -> speed);
            formats.add(new JobResult.OfFormat(format, perSecond, small.get(format), large.get(format)));
        }
        return new JobResult(Figures.median(speeds.get(COPY), speed -> speed), formats);
    }

    private Map<String, List<Double>> speeds() {
        Path archive = folder.resolve("archive");
        long messages = Math.max(1, size.messages() / SESSIONS) * SESSIONS;
        ArchivedSessions.write(archive, SESSIONS, messages, size.seed());
        PlainCopy copy = new PlainCopy(archive);
        long bytes = copy.to(folder.resolve("copy"));
        Map<String, List<Double>> speeds = new HashMap<>();
        // The first round is for the compiler.
        for (int round = 0; round <= size.rounds(); round++) {
            note(speeds, round, COPY, bytes, () -> copy.to(folder.resolve("copy")));
            for (String format : FORMATS) {
                note(speeds, round, format, bytes, () -> exported(archive, format, messages));
                FileTree.delete(out());
            }
        }
        FileTree.delete(archive);
        return speeds;
    }

    private void note(Map<String, List<Double>> speeds, int round, String what, long bytes, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double perSecond = bytes / MB * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
        progress.accept("export, " + (round == 0 ? "warm-up" : "round " + round) + ", " + what + ": "
                + Figures.decimal(perSecond) + " MB/s");
        if (round > 0) {
            speeds.computeIfAbsent(what, any -> new ArrayList<>()).add(perSecond);
        }
    }

    private Map<String, Double> heaps(long messages) {
        Path archive = folder.resolve("session");
        ArchivedSessions.write(archive, 1, messages, size.seed());
        Map<String, Double> heaps = new HashMap<>();
        for (String format : FORMATS) {
            double mib = HeapWatch.greatestMib(() -> exported(archive, format, messages));
            progress.accept("export of a session of " + Figures.count(messages) + " messages, " + format + ": "
                    + Figures.count(mib) + " MiB");
            heaps.put(format, mib);
            FileTree.delete(out());
        }
        FileTree.delete(archive);
        return heaps;
    }

    private void exported(Path archive, String format, long messages) {
        DeliveryRequest request = new DeliveryRequest(
                new ArchiveSource(new ArchiveAccess(archive)),
                ExportSelection.EVERYTHING,
                List.of(ExportFormats.ALL.named(format)),
                WriteOptions.DEFAULTS,
                DeliveryRequest.Files.DEFAULTS);
        ExportReport report = new DeliveryRun(request, out(), false).run();
        if (report.messages() != messages || report.isIncomplete()) {
            throw new BenchmarkException("the export to " + format + " has " + report.messages() + " of " + messages
                    + " messages: " + report.differences() + report.unreadable());
        }
    }

    private Path out() {
        return folder.resolve("out");
    }
}
