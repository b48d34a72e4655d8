package io.multichat.benchmarks.job;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.report.Figures;
import io.multichat.events.Topics;
import io.multichat.formats.DateOrder;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Imports of the same messages in every format into Kafka, in turns. Used by one thread. */
public final class ImportRounds {
    private static final Settings SETTINGS = Settings.load(Optional.empty(), Map.of(), List.of("topics.replication=1"));
    private static final ReadOptions OPTIONS = new ReadOptions(
            Optional.of(ZoneOffset.UTC),
            Optional.of(DateOrder.DMY),
            Optional.of("general"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1 << 20,
            Map.of());
    private static final String PLAIN = "plain producing";

    private final Path folder;
    private final Cluster cluster;
    private final KafkaAccess kafka;
    private final JobSize size;
    private final Consumer<String> progress;

    private ImportRounds(Path folder, Cluster cluster, JobSize size, Consumer<String> progress) {
        this.folder = folder;
        this.cluster = cluster;
        this.kafka = DeploymentSettings.kafka(cluster.bootstrapServers(), SETTINGS);
        this.size = size;
        this.progress = progress;
    }

    /**
     * Measures the speed of all formats, then their memory.
     *
     * @param folder an empty folder for the files
     * @throws BenchmarkException if an import does not publish every message
     */
    public static JobResult run(Path folder, Cluster cluster, JobSize size, Consumer<String> progress) {
        ImportRounds rounds = new ImportRounds(folder, cluster, size, progress);
        Map<String, List<Double>> speeds = rounds.speeds();
        List<JobResult.OfFormat> formats = new ArrayList<>();
        for (ChatFile format : ChatFiles.ALL) {
            double perSecond = Figures.median(speeds.get(format.format()), speed -> speed);
            formats.add(new JobResult.OfFormat(
                    format.format(), perSecond, rounds.heap(format, size.few()), rounds.heap(format, size.many())));
        }
        return new JobResult(Figures.median(speeds.get(PLAIN), speed -> speed), formats);
    }

    private Map<String, List<Double>> speeds() {
        Map<String, List<Double>> speeds = new HashMap<>();
        Map<ChatFile, Path> files = new HashMap<>();
        ChatFiles.ALL.forEach(format -> files.put(format, format.write(folder, size.messages(), size.seed())));
        cluster.topics().deleteOutputs();
        cluster.topics().createForMultichat(SETTINGS);
        PlainProducer plain = new PlainProducer(cluster.bootstrapServers(), Topics.MESSAGES);
        // The first round is for the compiler.
        for (int round = 0; round <= size.rounds(); round++) {
            note(speeds, round, PLAIN, () -> plain.publish(files.get(ChatFiles.JSON_LINES)));
            for (ChatFile format : ChatFiles.ALL) {
                note(speeds, round, format.format(), () -> imported(format, files.get(format), size.messages()));
            }
        }
        files.values().forEach(ImportRounds::delete);
        return speeds;
    }

    private void note(Map<String, List<Double>> speeds, int round, String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double perSecond = (double) size.messages() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
        progress.accept("import, " + (round == 0 ? "warm-up" : "round " + round) + ", " + what + ": "
                + Figures.count(perSecond) + " lines/s");
        if (round > 0) {
            speeds.computeIfAbsent(what, any -> new ArrayList<>()).add(perSecond);
        }
    }

    private double heap(ChatFile format, long messages) {
        Path file = format.write(folder, messages, size.seed());
        double mib = HeapWatch.greatestMib(() -> imported(format, file, messages));
        progress.accept("import of " + Figures.count(messages) + " messages, " + format.format() + ": "
                + Figures.count(mib) + " MiB");
        delete(file);
        return mib;
    }

    private void imported(ChatFile format, Path file, long messages) {
        ImportRequest request = ImportRequest.of(
                List.of(new ImportFile(file.toString())),
                Optional.of(FormatRegistry.READERS.named(format.format())),
                OPTIONS,
                new ClockSkew(Duration.ofMinutes(5)),
                refusal -> {});
        ImportReport report =
                new ImportRun(request, kafka, Optional.empty(), ImportProgress.SILENT, System::nanoTime).run();
        if (report.published() != messages || !report.flawless()) {
            throw new BenchmarkException("the import of " + format.format() + " published " + report.published()
                    + " events and refused " + report.refused() + " of " + messages + " messages: "
                    + report.refusedPlaces());
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
