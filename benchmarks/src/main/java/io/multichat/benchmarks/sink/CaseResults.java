package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds of one case, by entrant, the sink first. */
final class CaseResults {
    private final Map<String, List<SinkResult>> rounds = new LinkedHashMap<>();

    void add(String entrant, SinkResult result) {
        rounds.computeIfAbsent(entrant, any -> new ArrayList<>()).add(result);
    }

    List<String> entrants() {
        return List.copyOf(rounds.keySet());
    }

    double median(String entrant, ToDoubleFunction<SinkResult> figure) {
        return Figures.median(rounds.get(entrant), figure);
    }

    /** The speed of the sink relative to another entrant: the median of the ratios of each round. */
    double timesSpeedOf(String other) {
        return ratio(other, SinkResult::perSecond);
    }

    /** The work of the sink per CPU second, including the CPU of the store's server, relative to another entrant. */
    double timesCpuOf(String other) {
        return ratio(other, result -> 1 / (result.cpuPerMillion() + result.serverCpuPerMillion()));
    }

    private double ratio(String other, ToDoubleFunction<SinkResult> figure) {
        List<SinkResult> sink = rounds.get(entrants().get(0));
        List<SinkResult> others = rounds.get(other);
        List<Double> ratios = IntStream.range(0, sink.size())
                .mapToObj(round -> figure.applyAsDouble(sink.get(round)) / figure.applyAsDouble(others.get(round)))
                .toList();
        return Figures.median(ratios, Double::doubleValue);
    }
}
