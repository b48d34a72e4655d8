package io.multichat.benchmarks.competitor;

import io.multichat.benchmarks.child.ParentProcess;

/** Main method of the process of a Kafka Streams application. Takes an {@link Assignment}. */
public final class CompetitorMain {
    private CompetitorMain() {}

    public static void main(String[] args) throws Exception {
        Assignment assignment = ParentProcess.read(args[0], Assignment.class);
        MeasuredProcess.run(new StreamsApplication(assignment), assignment.expected());
    }
}
