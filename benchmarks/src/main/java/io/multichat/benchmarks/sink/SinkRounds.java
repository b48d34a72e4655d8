package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a sink and raw writers to the same store in turns, with several shapes of traffic. */
public final class SinkRounds implements AutoCloseable {
    /** The warm-up is this many times shorter than a run. */
    private static final int WARM_UP = 2;

    private final MeasuredSink sink;
    private final BenchmarkedStore store;
    private final SinkRun run;
    private final Consumer<String> progress;
    private final Map<Case, CaseResults> results = new LinkedHashMap<>();

    /**
     * Opens the store.
     *
     * @param folder for the files of the store
     * @param progress receives a line for each step
     */
    public SinkRounds(MeasuredSink sink, Path folder, long seed, Consumer<String> progress) {
        this.sink = sink;
        this.store = sink.open(folder);
        this.run = new SinkRun(store, seed);
        this.progress = progress;
    }

    /**
     * Measures all shapes.
     *
     * @param records number of records in a run of the usual shape
     * @throws io.multichat.benchmarks.child.BenchmarkException if a store does not hold what was written
     */
    public void measure(long records, int rounds) {
        store.entrants()
                .forEach(entrant -> run.measure(entrant, Shape.usual(records).part(WARM_UP)));
        for (Case each : Case.all(records, sink.isDated())) {
            CaseResults found = new CaseResults();
            for (int round = 1; round <= rounds; round++) {
                for (BenchmarkedStore.Entrant entrant : store.entrants()) {
                    found.add(entrant.title(), run.measure(entrant, each.shape()));
                }
            }
            results.put(each, found);
            progress.accept(String.format(Locale.ROOT, "%s, %s: %s", sink.title(), each.title(), summary(found)));
        }
    }

    /** Speeds, in records per second. */
    public Table speeds() {
        List<String> entrants = entrants();
        List<String> raw = entrants.subList(1, entrants.size());
        List<String> head = new ArrayList<>(List.of(sink.title() + ", records/s"));
        head.addAll(entrants);
        raw.forEach(other -> head.addAll(List.of("× " + other, "by CPU")));
        head.add("target");
        Table table = new Table(head.toArray(String[]::new));
        results.forEach((each, found) -> {
            List<String> row = new ArrayList<>(List.of(each.title()));
            entrants.forEach(entrant -> row.add(Figures.count(found.median(entrant, SinkResult::perSecond))));
            raw.forEach(other -> row.addAll(
                    List.of(Figures.decimal(found.timesSpeedOf(other)), Figures.decimal(found.timesCpuOf(other)))));
            row.add("≥ " + Figures.decimal(sink.bound()));
            table.row(row.toArray(String[]::new));
        });
        return table;
    }

    /** CPU seconds for a million records: of this process, and of the store's server if there is one. */
    public Table cpu() {
        List<String> head = new ArrayList<>(List.of(sink.title() + ", CPU-s per million"));
        boolean served =
                results.values().iterator().next().median(entrants().get(0), SinkResult::serverCpuPerMillion) > 0;
        head.addAll(entrants());
        if (served) {
            entrants().forEach(entrant -> head.add("server: " + entrant));
        }
        Table table = new Table(head.toArray(String[]::new));
        results.forEach((each, found) -> {
            List<String> row = new ArrayList<>(List.of(each.title()));
            entrants().forEach(entrant -> row.add(Figures.decimal(found.median(entrant, SinkResult::cpuPerMillion))));
            if (served) {
                entrants()
                        .forEach(entrant ->
                                row.add(Figures.decimal(found.median(entrant, SinkResult::serverCpuPerMillion))));
            }
            table.row(row.toArray(String[]::new));
        });
        return table;
    }

    /** The usual shape compared with its target. */
    public Target target() {
        String raw = entrants().get(1);
        return Target.atLeast(
                sink.title() + " sink relative to " + raw,
                results.values().iterator().next().timesSpeedOf(raw),
                sink.bound(),
                "×");
    }

    @Override
    public void close() {
        store.close();
    }

    private List<String> entrants() {
        return store.entrants().stream().map(BenchmarkedStore.Entrant::title).toList();
    }

    private String summary(CaseResults found) {
        List<String> parts = new ArrayList<>();
        for (String entrant : entrants()) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%s %s/s, %s CPU-s per million",
                    entrant,
                    Figures.count(found.median(entrant, SinkResult::perSecond)),
                    Figures.decimal(found.median(entrant, SinkResult::cpuPerMillion))));
        }
        entrants().stream()
                .skip(1)
                .forEach(other -> parts.add(String.format(
                        Locale.ROOT,
                        "%s × %s (by CPU %s)",
                        Figures.decimal(found.timesSpeedOf(other)),
                        other,
                        Figures.decimal(found.timesCpuOf(other)))));
        return String.join("; ", parts);
    }
}
