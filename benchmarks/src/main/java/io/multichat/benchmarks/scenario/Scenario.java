package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.report.Section;

/** A question that is answered by measuring. */
public interface Scenario {
    /**
     * Measures; takes minutes.
     *
     * @throws io.multichat.benchmarks.child.BenchmarkException if the figures would be meaningless
     */
    Section run(Bench bench);
}
