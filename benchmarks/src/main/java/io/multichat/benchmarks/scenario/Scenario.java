package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.report.Section;

/** A question to the topology, answered by measuring. */
public interface Scenario {
    /**
     * Measures; takes minutes.
     *
     * @throws io.multichat.benchmarks.child.BenchmarkException when the figures would mean nothing
     */
    Section run(Bench bench);
}
