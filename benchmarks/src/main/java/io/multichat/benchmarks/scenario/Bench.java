package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.report.Figures;
import io.multichat.benchmarks.round.Round;
import io.multichat.benchmarks.round.RoundResult;
import java.io.PrintWriter;

/**
 * What scenarios work with.
 *
 * @param cluster a broker for all of them
 * @param size how much is measured
 * @param progress takes a line for each step
 */
public record Bench(Cluster cluster, Size size, PrintWriter progress) {
    Round rounds() {
        return new Round(cluster);
    }

    void say(String step) {
        progress.println("  " + step);
        progress.flush();
    }

    void say(String step, RoundResult result) {
        say("%s: %s messages/s, %s CPU-s per million, %s bytes written per message"
                .formatted(
                        step,
                        Figures.count(result.perSecond()),
                        Figures.decimal(result.cpuPerMillion()),
                        Figures.count(result.bytesPerMessage())));
    }
}
