package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.MeasuredProcess;
import java.time.Duration;

/** Main method of the process of the Flink job. Takes an {@link Assignment}. */
public final class FlinkMain {
    /** The time between two checkpoints, each of which commits a transaction. */
    public static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

    private FlinkMain() {}

    public static void main(String[] args) throws Exception {
        Assignment assignment = ParentProcess.read(args[0], Assignment.class);
        MeasuredProcess.run(new FlinkApplication(assignment), assignment.expected());
    }
}
