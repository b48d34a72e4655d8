package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.cluster.LazyCluster;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.round.Round;
import io.multichat.benchmarks.round.RoundResult;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * The tools of a scenario.
 *
 * @param lazyCluster a broker, started on first use
 * @param workspace holds files and resources that must be closed
 * @param size the amount of work to measure
 * @param progress receives a line for each step
 */
public record Bench(LazyCluster lazyCluster, Workspace workspace, Size size, PrintWriter progress) {
    Round rounds() {
        return new Round(cluster());
    }

    Cluster cluster() {
        return lazyCluster.get();
    }

    void say(String step) {
        progress.println("  " + step);
        progress.flush();
    }

    void say(String step, RoundResult result) {
        say(String.format(
                Locale.ROOT,
                "%s: %s messages/s, %s CPU-s per million, %s bytes written per message",
                step,
                Figures.count(result.perSecond()),
                Figures.decimal(result.cpuPerMillion()),
                Figures.count(result.bytesPerMessage())));
    }
}
