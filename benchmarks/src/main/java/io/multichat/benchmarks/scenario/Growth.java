package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.report.Table;
import io.multichat.benchmarks.report.Target;
import io.multichat.benchmarks.round.RoundResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The cost of a message, by the size of something that grows. */
final class Growth {
    private final String size;
    private final SortedMap<Long, List<RoundResult>> results = new TreeMap<>();

    /** @param size the title of the column for what grows */
    Growth(String size) {
        this.size = size;
    }

    /** Steps from a thousand to a million by factors of ten, up to a maximum. */
    static List<Long> steps(long most) {
        return List.of(1_000L, 10_000L, 100_000L, 1_000_000L).stream()
                .filter(step -> step <= most)
                .toList();
    }

    void add(long step, RoundResult result) {
        results.computeIfAbsent(step, any -> new ArrayList<>()).add(result);
    }

    Table table() {
        Table table = new Table(
                size,
                "conversations",
                "messages/s",
                "CPU-s per million",
                "relative to first",
                "bytes per message",
                "relative to first");
        results.forEach((step, rounds) -> table.row(
                Figures.count(step),
                Figures.count(rounds.get(0).input().volume().conversations()),
                Figures.count(Figures.median(rounds, RoundResult::perSecond)),
                Figures.decimal(Figures.median(rounds, RoundResult::cpuPerMillion)),
                Figures.decimal(growth(step, RoundResult::cpuPerMillion)) + " ×",
                Figures.count(Figures.median(rounds, RoundResult::bytesPerMessage)),
                Figures.decimal(growth(step, RoundResult::bytesPerMessage)) + " ×"));
        return table;
    }

    /** @param bound maximum cost of a step, relative to the first */
    List<Target> targets(double bound) {
        String upTo = ", maximum of all steps up to " + Figures.count(results.lastKey()) + ", relative to the first";
        return List.of(
                Target.atMost("CPU per message" + upTo, most(RoundResult::cpuPerMillion), bound, "×"),
                Target.atMost("bytes written per message" + upTo, most(RoundResult::bytesPerMessage), bound, "×"));
    }

    private double most(ToDoubleFunction<RoundResult> figure) {
        return results.keySet().stream()
                .mapToDouble(step -> growth(step, figure))
                .max()
                .orElseThrow();
    }

    private double growth(long step, ToDoubleFunction<RoundResult> figure) {
        return Figures.median(results.get(step), figure) / Figures.median(results.get(results.firstKey()), figure);
    }
}
